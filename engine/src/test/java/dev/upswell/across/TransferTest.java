package dev.upswell.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.across.Transfer.Stage;
import dev.upswell.across.Transfer.Verdict;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How far patterns may be carried.
class TransferTest {

    @Test
    void transferIsWeighedAndJudged() {
        assertThat(new Transfer(1.0, 0.5, 0.5).worst()).isEqualTo(0.7, within(1e-12));
        assertThat(new Transfer(1.0, 0.5, 0.5).verdict()).isEqualTo(Verdict.TRANSFERABLE);
        assertThat(new Transfer(0.5, 0.5, 0.5).verdict()).isEqualTo(Verdict.NEEDS_ADAPTATION);
        assertThat(new Transfer(0.1, 0.2, 0.5).verdict()).isEqualTo(Verdict.STAYS);
    }

    @Test
    void whatIsUnknownIsDecidedOnlyWhereItCannotMatter() {
        assertThat(new Transfer(0.9, null, 0.5).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Transfer(0.9, 0.9, null).verdict()).isEqualTo(Verdict.TRANSFERABLE);
        assertThatThrownBy(() -> new Transfer(40.0, null, null))
                .hasMessageContaining("hashtags (40.0) must lie in [0, 1]");
    }

    @Test
    void likenessOfHashtagsAudiencesAndStages() {
        assertThat(Transfer.overlap(Set.of("a", "b", "c"), Set.of("b", "c", "d"))).hasValue(0.5);
        assertThat(Transfer.overlap(Set.of(), Set.of())).isEmpty();
        assertThat(Transfer.alike(Map.of("18-24", 0.5, "25-34", 0.5), Map.of("25-34", 1.0))).isEqualTo(0.5);
        assertThat(Stage.INTRODUCTION.near(Stage.DECLINE)).isZero();
        assertThat(Stage.GROWTH.near(Stage.GROWTH)).isEqualTo(1);
    }

}
