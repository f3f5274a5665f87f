package dev.upswell.server.live.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientTokenTest {

    private final List<Secret> kept = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private boolean full = true;

    private Reply answer(Call call) {
        calls.add(call);
        return new Reply.Received(200, Map.of(),
                "{\"access_token\":\"act\",\"expires_in\":3600,\"refresh_token\":\"rft.next\"}");
    }

    private void keep(Secret token) {
        if (full) {
            throw new IllegalStateException("the disk is full");
        }
        kept.add(token);
    }

    @Test
    void aTokenThatReplacesAPersonsIsHandedOnUntilItIsKept() {
        var token = new ClientToken(URI.create("https://api.example"), "client", new Secret("s"),
                new Secret("rft.first"),
                this::keep, this::answer, InstantSource.fixed(Instant.parse("2026-02-01T12:00:00Z")));
        assertThatThrownBy(token::want).hasMessage("the disk is full");
        assertThatThrownBy(token::want).hasMessage("the disk is full");

        full = false;

        assertThat(token.want()).isEqualTo(new ClientToken.Wanted.Token(new Secret("act"), false));
        assertThat(token.want()).isInstanceOf(ClientToken.Wanted.Token.class);
        assertThat(kept).containsExactly(new Secret("rft.next"));
        assertThat(calls).as("the void one is not sent again").hasSize(1);
    }
}
