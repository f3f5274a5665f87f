package dev.upswell.server.wording.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.SampleWordings;
import dev.upswell.server.wording.Wordings;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PromptsPageTest {

    private static final TenantId TENANT = TestDatabase.newTenant();
    private static final Wordings WORDINGS = SampleWordings.of(TENANT,
            List.of("#corgilife gained 1.2 M views [f1].", "#corgilife gained 7 M views [f1]."));

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = LocalSite.of(List.of(WordingPagesConfiguration.class), InstantSource.fixed(SampleWordings.NOW), TENANT,
                WORDINGS);
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String text(String path) {
        return site.page(path).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void promptsTextsFailuresAndMoneyAreShown() {
        assertThat(text("/models/prompts")).contains("How texts are put into words", "Nothing was put into words yet.",
                "None was discarded.", "No language model was asked yet.", "serving", "Say why momentum is as it is");

        WORDINGS.wording().write(Purpose.NARRATIVE, SampleWordings.EVIDENCE, Locale.ENGLISH);
        WORDINGS.prompts().propose(Purpose.NARRATIVE, "Tell <b>all</b> in {language}.", "ana", "shorter");

        assertThat(text("/models/prompts")).contains("#corgilife gained 1.2 M views [f1].", "parrot",
                "checker: 1 of 2 sentences of parrot were discarded", "number 1", "draft", "by ana", "shorter",
                "2025-09-15 0.0006 0 1");
        assertThat(site.page("/models/prompts").body()).contains("Tell &lt;b&gt;all&lt;/b&gt; in {language}.");
        assertThat(text("/models/prompts?purpose=answer")).contains("Answer by the evidence.").doesNotContain("by ana");
    }
}
