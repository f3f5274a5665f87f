package dev.upswell.server.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MatterTest {

    private static final String OWN = "#corgilife gained 1,234,567 views in 24 hours [f1].";
    private static final EntityId CORGI = new EntityId(EntityKind.HASHTAG, "corgilife");

    private final TenantId tenant = TestDatabase.newTenant();

    private static Matter matter(int least, String... template) {
        return new Matter(Purpose.NARRATIVE, SampleWordings.EVIDENCE, Locale.ENGLISH, CORGI, List.of(template), least);
    }

    @Test
    void aPromptWhoseEverySentenceIsFalseCountsAFalsehood() {
        Wordings wordings = SampleWordings.of(tenant, List.of("#corgilife gained 7 M views [f1]."));

        Worded worded = wordings.wording().write(matter(1, OWN));

        assertThat(worded.by()).isEqualTo(Worded.Author.TEMPLATE);
        assertThat(worded.text()).isEqualTo(OWN);
        assertThat(wordings.outputs().acceptance(Purpose.NARRATIVE, 1)).satisfies(counted -> {
            assertThat(counted.outputs()).isEqualTo(1);
            assertThat(counted.falsehoods()).isEqualTo(1);
        });
    }

    @Test
    void whatIsSaidOfATemplatesTextIsNotSaidOfThePrompt() {
        Wordings wordings = SampleWordings.of(tenant, List.of("#corgilife gained 7 M views [f1]."));
        Worded worded = wordings.wording().write(matter(1, OWN));

        wordings.outputs().judge(worded.id(), new Outputs.Judged(Outputs.Word.ACCEPT, null, false, null, null), "ana");

        assertThat(wordings.outputs().acceptance(Purpose.NARRATIVE, 1).judged()).isZero();
    }

    @Test
    void withFewerSentencesThanWantedTheTemplateTakesOver() {
        Wordings wordings = SampleWordings.of(tenant,
                List.of("#corgilife gained 1.2 M views [f1].", "#corgilife gained 7 M views [f1]."));

        Worded worded = wordings.wording().write(matter(2, OWN));

        assertThat(worded.by()).isEqualTo(Worded.Author.TEMPLATE);
        assertThat(worded.sentences()).containsExactly(OWN);
        assertThat(worded.steps()).last().satisfies(step -> assertThat(step.ended())
                .isEqualTo("too few sentences of parrot hold: 1 of at least 2"));
    }

    @Test
    void aTemplateIsCheckedToo() {
        Wordings wordings = SampleWordings.of(tenant, List.of("Nothing [f9]."));

        assertThat(wordings.wording().write(matter(1, OWN, "#corgilife gained 8 views [f1].")).sentences())
                .containsExactly(OWN);
        assertThat(wordings.wording().write(matter(1, "#corgilife gained 8 views [f1].")).sentences()).isEmpty();
    }

    @Test
    void whatATextIsAboutIsKept() {
        Wordings wordings = SampleWordings.of(tenant, List.of("#corgilife gained 1.2 M views [f1]."));

        Worded worded = wordings.wording().write(matter(1, OWN));

        String subject = TestDatabase.shared().transactions().call(tenant,
                db -> db.sql("select subject_kind || '/' || subject_id from wording_output where id = ?")
                        .param(worded.id()).query(String.class).single());
        assertThat(subject).isEqualTo("hashtag/corgilife");
    }
}
