package dev.upswell.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void providersShowCountsAsTheySay() {
        assertThat(Provider.API.show(541_234)).isEqualTo("541234");
        assertThat(Provider.FEED.show(541_234)).isEqualTo("541200");
        assertThat(Provider.WEB.show(541_234)).isEqualTo("541.2K");
        assertThat(Provider.WEB.show(541_034)).isEqualTo("541K");
        assertThat(Provider.WEB.show(9_999)).isEqualTo("9999");
        assertThat(Provider.WEB.show(3_456_789)).isEqualTo("3.4M");
        assertThat(Provider.WEB.show(2_000_000_000L)).isEqualTo("2B");
    }

    @Test
    void csvFieldsAreQuotedOnlyWhereTheyMustBe() {
        assertThat(ObservationRow.field("Paper Moon")).isEqualTo("Paper Moon");
        assertThat(ObservationRow.field("Paper, \"Moon\"")).isEqualTo("\"Paper, \"\"Moon\"\"\"");
    }

    @Test
    void jsonStringsAreEscaped() {
        assertThat(VideoLine.quoted("a \"b\" \\ \n é")).isEqualTo("\"a \\\"b\\\" \\\\ \\u000a é\"");
    }

    @Test
    void everyMalformedRowDiffersFromTheGoodOne() {
        String good = "hashtag,matcha,#matcha,sim-api,2025-09-01T00:15:02Z,12345,,,,,99,";

        assertThat(Malformed.values()).allSatisfy(kind -> assertThat(kind.breakRow(good)).isNotEqualTo(good));
        assertThat(Malformed.NEGATIVE_COUNT.breakRow(good))
                .isEqualTo("hashtag,matcha,#matcha,sim-api,2025-09-01T00:15:02Z,-1250,,,,,99,");
        assertThat(Malformed.MISSING_COLUMNS.breakRow(good)).isEqualTo("hashtag,matcha,#matcha,sim-api");
    }

    @Test
    void sizesAreFoundByTheirLabel() {
        assertThat(WorldSize.of("small")).isEqualTo(WorldSize.SMALL);
    }
}
