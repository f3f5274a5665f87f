package dev.upswell.server.collect.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.mapper.GoldenRows;
import org.junit.jupiter.api.Test;

class PeopleMapperTest {

    @Test
    void whatPeopleDidIsReadWithItsFaults() {
        assertThat(GoldenRows.of("""
            {"account":"@Ani.Baker","video":"v17","action":"watched","at":"2026-01-02T10:00:00Z","seconds":12.5}
            {"account":"ani.baker","video":"v17","action":"saved","at":"2026-01-02T10:01:00Z"}
            {"account":"bo","video":"v17","action":"HIDDEN","at":"2026-01-02T10:02:00+07:00"}
            {"account":"bo","video":"v17","action":"stared at","at":"2026-01-02T10:02:00Z"}
            {"account":"","video":"v17","action":"liked","at":"later","seconds":-4}
            """, "2026-02-20T06:00:00Z")).isEqualTo(
                """
                    upswell-people
                    line 1
                      OwnActivity[account=ani.baker, action=WATCHED, about=EntityId[kind=VIDEO, value=v17], at=2026-01-02T10:00:00Z, watched=PT12.5S, source=upswell-people, observedAt=2026-01-02T10:00:00Z]
                    line 2
                      OwnActivity[account=ani.baker, action=FAVOURITED, about=EntityId[kind=VIDEO, value=v17], at=2026-01-02T10:01:00Z, watched=null, source=upswell-people, observedAt=2026-01-02T10:01:00Z]
                    line 3
                      OwnActivity[account=bo, action=HIDDEN, about=EntityId[kind=VIDEO, value=v17], at=2026-01-02T03:02:00Z, watched=null, source=upswell-people, observedAt=2026-01-02T03:02:00Z]
                    line 4
                      rejected bad-kind: action (stared at)
                    line 5
                      rejected missing-id: account; at (later); seconds (-4)
                    """);
    }
}
