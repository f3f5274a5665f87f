package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private final Figures figures = new Figures(TestWords.english());

    @Test
    void indonesianNumbersHaveTheirOwnMarksAndUnits() {
        var indonesian = new Figures(TestWords.indonesian());

        assertThat(indonesian.count(1_234)).isEqualTo("1,2\u00a0rb");
        assertThat(indonesian.count(2_412_900)).isEqualTo("2,4\u00a0jt");
        assertThat(indonesian.count(5_410_000_000L)).isEqualTo("5,4\u00a0M");
        assertThat(indonesian.exact(184_213.5)).isEqualTo("184.213,5");
        assertThat(indonesian.change(-0.34)).isEqualTo("\u221234\u00a0%");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        0,             0
        7,             7
        2.5,           2.5
        999,           999
        1000,          1.0 K
        1234,          1.2 K
        9949,          9.9 K
        9951,          10 K
        184213,        184 K
        999499,        999 K
        999600,        1.0 M
        2412900,       2.4 M
        5410000000,    5.4 B
        -41200,        −41 K
        """)
    void countsAreShortenedToThreeDigits(double value, String shown) {
        assertThat(plain(figures.count(value))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        0.34,    +34 %
        -0.41,   −41 %
        0.001,   ±0 %
        -0.004,  ±0 %
        6.3,     +630 %
        11,      ×12
        """)
    void changesCarryTheirSign(double ratio, String shown) {
        assertThat(plain(figures.change(ratio))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        0,       0 %
        0.0001,  <1 %
        0.494,   49 %
        0.497,   49.7 %
        0.49999, 49.9 %
        0.5,     50 %
        0.74,    74 %
        0.999,   >99 %
        1,       100 %
        """)
    void sharesNeverRoundToCertaintyNorUpToHalf(double share, String shown) {
        assertThat(plain(figures.percent(share))).isEqualTo(shown);
    }

    @Test
    void unitsStayOnTheLineOfTheirNumber() {
        assertThat(figures.count(1_200)).contains("\u00a0");
        assertThat(figures.percent(0.03)).contains("\u00a0");
        assertThat(figures.hours(7.5)).isEqualTo("7.5\u00a0h");
    }

    @Test
    void exactValuesKeepTheirDigits() {
        assertThat(figures.exact(1_129_643)).isEqualTo("1,129,643");
        assertThat(figures.exact(0.740123)).isEqualTo("0.740123");
        assertThat(figures.exact(-0.0)).isEqualTo("0");
    }

    @Test
    void sizesOfFilesAreShort() {
        assertThat(plain(figures.bytes(812))).isEqualTo("812 bytes");
        assertThat(plain(figures.bytes(4_213_000))).isEqualTo("4.2 MB");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
