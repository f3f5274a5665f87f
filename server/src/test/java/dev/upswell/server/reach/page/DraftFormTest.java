package dev.upswell.server.reach.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.reach.ReachDraft;
import dev.upswell.server.web.Paging;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftFormTest {

    @Test
    void turningThePageKeepsTheDraft() {
        DraftForm form = DraftForm.of(new ReachDraft("Day & night", List.of("one", "two"), null, "me",
                Duration.ofSeconds(20), null));

        assertThat(form.link(new Paging(20, 40)))
                .isEqualTo("/videos?caption=Day%20%26%20night&hashtags=one%20two&creator=me&seconds=20&offset=40");
        assertThat(form.link(new Paging(50, 0))).endsWith("&seconds=20&limit=50");
    }

    @Test
    void anEmptyDraftLeavesNoTrace() {
        DraftForm form = DraftForm.of(new ReachDraft(null, List.of(), null, null, null, null));

        assertThat(form.filled()).isFalse();
        assertThat(form.link(new Paging(20, 0))).isEqualTo("/videos");
    }
}
