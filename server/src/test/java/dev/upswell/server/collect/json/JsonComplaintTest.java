package dev.upswell.server.collect.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonComplaintTest {

    @Test
    void aWrongCharacterIsNamedWithoutAllThatCouldHaveStoodThere() {
        assertThat(complaint("<html>")).isEqualTo("Unexpected character ('<' (code 60)) (column 1)");
    }

    @Test
    void anUnknownWordIsNamedWithoutAllThatCouldHaveStoodThere() {
        assertThat(complaint("{\"a\": nothing}")).startsWith("Unrecognized token 'nothing' (column ")
                .doesNotContain("NaN");
    }

    private static String complaint(String text) {
        JacksonException refused = catchThrowableOfType(JacksonException.class,
                () -> new JsonMapper().readTree(text));
        return JsonComplaint.of(refused);
    }
}
