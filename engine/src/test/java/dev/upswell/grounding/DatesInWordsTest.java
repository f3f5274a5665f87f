package dev.upswell.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days without a month, months without a day, the clock in words and parts of the day.
class DatesInWordsTest {

    private static final Check CHECK = new Check(BlockedPhrases.standard(), 300);
    private static final Evidence EVIDENCE = Evidence.of(
            List.of(new Fact("f1", "#corgilife", "views", 208_000.0, Unit.VIEWS, Instant.parse("2026-10-31T21:30:00Z"),
                    null)),
            Instant.parse("2026-11-05T00:00:00Z"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | By the 31st, #corgilife had 208,000 views [f1].              | By the 30th, #corgilife had 208,000 views [f1].
        en | #corgilife had 208,000 views by the last day of October [f1]. | #corgilife had 208,000 views by the first day of October [f1].
        en | In late October #corgilife had 208,000 views [f1].           | In early October #corgilife had 208,000 views [f1].
        en | In October #corgilife had 208,000 views [f1].                | In September #corgilife had 208,000 views [f1].
        en | At half past nine #corgilife had 208,000 views [f1].         | At half past eight #corgilife had 208,000 views [f1].
        en | #corgilife had 208,000 views on Saturday evening [f1].       | #corgilife had 208,000 views on Saturday morning [f1].
        id | Tanggal 31 #corgilife punya 208 ribu tayangan [f1].          | Tanggal 30 #corgilife punya 208 ribu tayangan [f1].
        id | Sabtu (31/10) #corgilife punya 208 ribu tayangan [f1].       | Sabtu (30/10) #corgilife punya 208 ribu tayangan [f1].
        id | Tayangan #corgilife 208 ribu pada akhir Oktober [f1].        | Tayangan #corgilife 208 ribu pada awal Oktober [f1].
        id | Tayangan #corgilife 208 ribu pada Sabtu malam [f1].          | Tayangan #corgilife 208 ribu pada Minggu malam [f1].
        id | Pukul setengah sepuluh malam ada 208 ribu tayangan [f1].     | Pukul setengah sembilan malam ada 208 ribu tayangan [f1].
        id | Pada Minggu, 1 November pukul 04.30 WIB ada 208 ribu tayangan [f1]. | Pada Sabtu pukul 04.30 WIB ada 208 ribu tayangan [f1].
        """)
    void aDateInWordsHoldsWhereItIsThatOfTheFact(String language, String right, String wrong) {
        assertThat(CHECK.of(right, EVIDENCE, Locale.of(language)).failures()).as(right).isEmpty();
        assertThat(CHECK.of(wrong, EVIDENCE, Locale.of(language)).failures()).as(wrong).extracting(Failure::rule)
                .contains(Rule.DATE);
    }
}
