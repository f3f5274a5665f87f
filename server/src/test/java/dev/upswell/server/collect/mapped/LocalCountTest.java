package dev.upswell.server.collect.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCountTest {

    @Test
    void countsOfSeveralCountriesAreReadWhereTheirMeaningIsCertain() {
        assertThat(LocalCount.plain("1.234.567")).isEqualTo("1234567");
        assertThat(LocalCount.plain("21 700 000")).isEqualTo("21700000");
        assertThat(LocalCount.plain("1,2 Mio.")).isEqualTo("1.2M");
        assertThat(LocalCount.plain("12 rb")).isEqualTo("12K");
        assertThat(LocalCount.plain("3,4 tr")).isEqualTo("3.4M");
        assertThat(LocalCount.plain("1.2万")).isEqualTo("12000");
        assertThat(LocalCount.plain("44 videos")).isEqualTo("44");
        assertThat(LocalCount.plain("1.2M videos")).isEqualTo("1.2M");
        assertThat(LocalCount.plain("1,2 Mio. Aufrufe")).isEqualTo("1.2M");
        assertThat(LocalCount.plain("21 700 Beiträge")).isEqualTo("21700");
        assertThat(LocalCount.plain("12 rb tayangan")).isEqualTo("12K");
        assertThat(LocalCount.plain("3,4 tr lượt xem")).isEqualTo("3.4M");
        assertThat(LocalCount.plain("7 lượt thích")).isEqualTo("7");
        assertThat(LocalCount.plain("1.2万 views")).isEqualTo("12000");
    }

    @Test
    void whatIsNotCertainStaysAsItIs() {
        assertThat(LocalCount.plain("1.234")).isEqualTo("1.234");
        assertThat(LocalCount.plain("12 xy")).isEqualTo("12 xy");
        assertThat(LocalCount.plain("many")).isEqualTo("many");
        assertThat(LocalCount.plain("1,2 views")).isEqualTo("1,2");
        assertThat(LocalCount.plain("7.5e+18")).isEqualTo("7.5e+18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 million", "12 mil", "3 mln", "2 billion", "5 Millionen", "7 тыс", "7 тыс.",
            "2 million views", "1.2万次播放", "5 videos million", "2 K million"})
    void wordsThatMayMultiplyStayAsTheyAre(String text) {
        assertThat(LocalCount.plain(text)).isEqualTo(text);
    }
}
