package dev.upswell.server.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.recommend.Rewards;
import dev.upswell.server.web.Query;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReactionFormTest {

    private static Rewards.Told told(String kind) {
        return ReactionForm.of(Query.of(Map.of("video", new String[]{"a"}, "kind", new String[]{kind})));
    }

    @Test
    void whatWasWatchedWithoutAShareIsWorthNothing() {
        assertThat(told("watched").strength()).isNull();
        assertThat(Rewards.USUAL.of(List.of(told("watched")))).isZero();
        assertThat(told("liked").strength()).isEqualTo(1);
        assertThat(Rewards.USUAL.of(List.of(told("liked")))).isEqualTo(2);
    }
}
