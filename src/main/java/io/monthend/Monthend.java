package io.monthend;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: every module below this package is part of it. */
@SpringBootApplication
public class Monthend {}
