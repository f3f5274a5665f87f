package dev.upswell.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleTableTest {

    private static final Instant NOW = Instant.parse("2026-02-01T09:00:00Z");

    @Test
    void theTargetsOfCollectingAreTheUsualLimits() {
        assertThat(RuleTable.USUAL.of(GateRule.MISSING).warnAbove()).isEqualTo(0.05);
        assertThat(RuleTable.USUAL.of(GateRule.FRESHNESS).warnAbove()).isEqualTo(30.0);
    }

    @Test
    void aLimitWarnsThenBlocksAndJudgesNothingByTooFew() {
        GateLimit limit = new GateLimit(GateRule.MISSING, 0.1, 0.5, 10);

        assertThat(limit.verdict(0.9, 9)).isEqualTo(Verdict.UNJUDGED);
        assertThat(limit.verdict(0.1, 10)).isEqualTo(Verdict.PASS);
        assertThat(limit.verdict(0.5, 10)).isEqualTo(Verdict.WARN);
        assertThat(limit.verdict(0.51, 10)).isEqualTo(Verdict.BLOCK);
        assertThat(new GateLimit(GateRule.MISSING, null, null, 1).verdict(1, 10)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aLimitThatBlocksBeforeItWarnsIsRefused() {
        assertThatThrownBy(() -> new GateLimit(GateRule.MISSING, 0.5, 0.1, 1)).hasMessageContaining("exchanged");
        assertThatThrownBy(() -> new GateLimit(GateRule.MISSING, Double.NaN, null, 1)).hasMessageContaining("missing");
    }

    @Test
    void aTableKeepsTheLimitsThatAreNotChanged() {
        RuleTable changed = RuleTable.USUAL.with(List.of(new GateLimit(GateRule.SPIKES, 0.5, 0.9, 1)));

        assertThat(changed.of(GateRule.SPIKES).blockAbove()).isEqualTo(0.9);
        assertThat(changed.of(GateRule.MISSING)).isEqualTo(RuleTable.USUAL.of(GateRule.MISSING));
        assertThatThrownBy(() -> new RuleTable(Map.of())).hasMessageContaining("every rule");
    }

    @Test
    void aVolumeIsComparedWithTheMedianOfTheLatestBatches() {
        UsualVolume usual = UsualVolume.UNKNOWN;
        for (int i = 0; i < 30; i++) {
            usual = usual.with(i < 10 ? 9 : 99);
        }
        GateLimit limit = RuleTable.USUAL.of(GateRule.VOLUME);

        assertThat(usual.volumes()).hasSize(UsualVolume.MOST);
        assertThat(usual.judge(limit, 9).value()).isEqualTo(10);
        assertThat(usual.judge(limit, 999).verdict()).isEqualTo(Verdict.WARN);
        assertThat(usual.judge(limit, 50).verdict()).isEqualTo(Verdict.PASS);
        assertThat(UsualVolume.UNKNOWN.with(5).judge(limit, 500)).extracting(Finding::verdict, Finding::failed)
                .containsExactly(Verdict.UNJUDGED, 0L);
        assertThat(UsualVolume.UNKNOWN.judge(limit, 5).value()).isNull();
    }

    @Test
    void whatIsOlderThanHalfAnHourIsNotFresh() {
        GateLimit limit = RuleTable.USUAL.of(GateRule.FRESHNESS);

        assertThat(Freshness.judge(limit, NOW.minusSeconds(1_800), NOW).verdict()).isEqualTo(Verdict.PASS);
        assertThat(Freshness.judge(limit, NOW.minusSeconds(1_801), NOW).verdict()).isEqualTo(Verdict.WARN);
        assertThat(Freshness.judge(limit, NOW.plusSeconds(60), NOW).value()).isZero();
    }

    private static FieldSketch sketch(long items, String... fields) {
        Map<String, FieldSketch.Field> all = new TreeMap<>();
        for (String field : fields) {
            String[] parts = field.split("[:=]");
            all.put(parts[0], new FieldSketch.Field(parts[1], Long.parseLong(parts[2])));
        }
        return new FieldSketch(items, new TreeMap<>(all));
    }

    @Test
    void onlySteadyFieldsThatGoOrChangeTheirTypeBreakTheShape() {
        FieldSketch known = sketch(100, "id:text=100", "likes:number=99", "note:text=40");
        FieldSketch now = sketch(50, "id:number=50", "saves:number=50", "rare:text=3");
        FieldChange change = FieldChange.between(known, now);

        assertThat(change.gone()).containsExactly("likes");
        assertThat(change.retyped()).containsExactly("id");
        assertThat(change.fresh()).containsExactly("saves");
        Finding finding = change.judge(RuleTable.USUAL.of(GateRule.SCHEMA), now.items());
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.detail()).isEqualTo("gone: likes; of another type: id; new: saves");
    }

    @Test
    void fieldsAreGatheredWithTheirTypeAndWithoutEnd() {
        var gathering = new FieldSketch.Gathering();
        for (int i = 0; i < 1_000; i++) {
            gathering.item();
            gathering.field("id", i % 2 == 0 ? "text" : "");
            gathering.field("count", i % 2 == 0 ? "text" : "number");
            gathering.field("made-up-" + i, "text");
        }
        FieldSketch sketch = gathering.end();

        assertThat(sketch.fields().get("id")).isEqualTo(new FieldSketch.Field("text", 1_000));
        assertThat(sketch.fields().get("count").type()).isEqualTo("mixed");
        assertThat(sketch.fields()).hasSize(500);
        assertThat(gathering.items()).isZero();
    }
}
