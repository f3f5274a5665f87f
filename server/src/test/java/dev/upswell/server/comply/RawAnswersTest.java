package dev.upswell.server.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawAnswersTest {

    private static String clean(String body) {
        return RawAnswers.clean(body).body();
    }

    @Test
    void anAnswerInWhichNothingIsFoundStaysAsItCame() {
        String body = """
            { "data" : {"data": [ {"aweme_id":"7300000000000000001", "desc":"no contact #fyp", "n":1.50e3,
              "author":{"secret":false,"email":""}, "status":{"is_private":false,"private_status":0}} ],
              "cursor":"1700000000000" } }""";

        RawAnswers.Clean clean = RawAnswers.clean(body);

        assertThat(clean.body()).isSameAs(body);
        assertThat(clean.findings().anyCleaned()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"id\":\"1\",\"author\":{\"privateAccount\":true,\"uniqueId\":\"hidden_one\"}}",
            "{\"id\":\"1\",\"author\":{\"secret\":1,\"uniqueId\":\"hidden_one\"}}",
            "{\"id\":\"1\",\"privateItem\":true,\"desc\":\"hidden_one\"}",
            "{\"type\":1,\"aweme_info\":{\"desc\":\"hidden_one\",\"status\":{\"is_private\":true}}}",
            "{\"aweme_info\":[{\"desc\":\"hidden_one\",\"status\":{\"private_status\":2}}]}",
            "{\"authorMeta\":{\"privateAccount\":\"true\",\"name\":\"hidden_one\"}}",
            "{\"itemInfos\":{\"text\":\"hidden_one\"},\"authorInfos\":{\"secret\":true}}",
            "{\"comment\":\"hidden_one\",\"user\":{\"private_account\":true}}"})
    void privateItemsAreLeftOutOfLists(String item) {
        RawAnswers.Clean clean = RawAnswers
                .clean("{\"data\":[{\"id\":\"2\"}," + item + ",{\"id\":\"3\"}],\"next\":20}");

        assertThat(clean.body()).isEqualTo("{\"data\":[{\"id\":\"2\"},{\"id\":\"3\"}],\"next\":20}");
        assertThat(clean.findings().privates()).isEqualTo(1);
    }

    @Test
    void aPrivateProfileIsEmptied() {
        assertThat(clean("{\"userInfo\":{\"user\":{\"uniqueId\":\"hidden_one\",\"privateAccount\":true}}}"))
                .isEqualTo("{}");
    }

    @Test
    void contactsAndPlacesAreTakenOutWhereverTheyStand() {
        RawAnswers.Clean clean = RawAnswers
                .clean("""
                    {"items":[{"id":7300000000000000001,"desc":"mail a@b.co","author":{"signature":"081234567890","bio_email":"c@d.org"},
                     "poi":{"lat":1.23456789012345678,"lng":"2","address":"Street 1","city":"Town"},"createTime":1746266400}]}""");

        assertThat(clean.body()).isEqualTo("{\"items\":[{\"id\":7300000000000000001,\"desc\":\"mail [e-mail]\","
                + "\"author\":{\"signature\":\"[phone]\"},\"poi\":{\"city\":\"Town\"},\"createTime\":1746266400}]}");
        assertThat(clean.findings().cleaned()).isEqualTo(Map.of("e-mail", 2L, "phone", 1L, "place", 3L));
    }

    @Test
    void aBuyersAddressGoesWhole() {
        assertThat(clean("{\"orders\":[{\"id\":\"5\",\"recipient_address\":{\"name\":\"x\",\"phone_number\":\"1\"}}]}"))
                .isEqualTo("{\"orders\":[{\"id\":\"5\"}]}");
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(clean("{\"d\":\"a@b.co\",\"n\":[1.10,123456789012345678901234567890]}"))
                .isEqualTo("{\"d\":\"[e-mail]\",\"n\":[1.10,123456789012345678901234567890]}");
    }

    @Test
    void idsOfDigitsAreNoTelephoneNumbers() {
        String body = "{\"uid\":\"0812345678\",\"cursor\":\"13800138000\",\"at\":\"2025-05-03T10:00:00.000Z\"}";

        assertThat(clean(body)).isSameAs(body);
    }

    @Test
    void halfAnAnswerIsCleanedAsText() {
        assertThat(clean("{\"desc\":\"a@b.co\",\"de")).isEqualTo("{\"desc\":\"[e-mail]\",\"de");
        assertThat(clean("{\"author\":{\"privateAccount\":true,\"uniqueId\":\"hid")).doesNotContain("hid")
                .startsWith("(not kept");
    }

    @Property
    void anyTextIsTaken(@ForAll String body) {
        String once = clean(body);

        assertThat(clean(once)).isEqualTo(once);
    }
}
