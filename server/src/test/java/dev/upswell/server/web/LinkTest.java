package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class LinkTest {

    @Test
    void usualAndAbsentParametersAreLeftOut() {
        assertThat(Link.to("/trends").with("days", 7, 7).with("q", null, null).with("top", 10, 50))
                .hasToString("/trends?top=10");
    }

    @Test
    void idsAndValuesMayHoldAnyCharacter() {
        String link = Link.to("/entities", "hashtag", "a/b?c#ü").with("q", "x&y {z}", null).toString();

        assertThat(link).isEqualTo("/entities/hashtag/a%2Fb%3Fc%23%C3%BC?q=x%26y%20%7Bz%7D");
        assertThat(URI.create(link).getQuery()).isEqualTo("q=x&y {z}");
    }
}
