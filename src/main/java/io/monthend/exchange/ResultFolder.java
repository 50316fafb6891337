package io.monthend.exchange;

import io.monthend.rulebook.Language;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of a close go.
 *
 * @param workbook the language of {@code month.xlsx}; null where none is wanted
 */
public record ResultFolder(Path path, @Nullable Language workbook) {}
