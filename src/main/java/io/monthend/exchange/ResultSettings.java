package io.monthend.exchange;

import io.monthend.rulebook.Language;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the results of months go that people close by review.
 *
 * @param folder one for all nodes; below it one a month and attempt
 * @param language of month.xlsx, as a BCP 47 tag of {@link Language}
 */
@ConfigurationProperties("monthend.results")
record ResultSettings(Path folder, String language) {}
