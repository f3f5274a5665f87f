package dev.upswell.server.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void learnsAVersionAndMakesAVectorOfEachCaption() {
        PostedCaptions posted = PostedCaptions.of(540);

        Texts.Round round = posted.texts.run(false).orElseThrow();

        assertThat(round).isEqualTo(new Texts.Round(540, 540, 0, true));
        VideoText cooking = posted.texts.get(PostedCaptions.id(0));
        assertThat(likeness(posted, 0)).as("of one subject").isGreaterThan(likeness(posted, 1) + .2);
        assertThat(cooking.keywords()).isNotEmpty().doesNotContain("fyp");
        assertThat(posted.texts.get(PostedCaptions.id(3)).language()).isEqualTo("th");
        assertThat(posted.texts.status().version()).satisfies(version -> {
            assertThat(version).isNotNull();
            assertThat(version.captions()).isEqualTo(540);
            assertThat(version.sentenceModel()).isNull();
            assertThat(version.serving()).isTrue();
        });
        assertThat(posted.texts.status().videos()).isEqualTo(540);
    }

    /// The mean likeness of a caption and ten of the subject so many further.
    private static double likeness(PostedCaptions posted, int further) {
        VideoText one = posted.texts.get(PostedCaptions.id(0));
        return IntStream.rangeClosed(1, 10).mapToDouble(i -> one.vector().likeness(posted.texts
                .get(PostedCaptions.id(i * PostedCaptions.SUBJECTS.size() + further)).vector())).average()
                .orElseThrow();
    }

    @Test
    void laterRunsMakeOnlyWhatIsMissingAndChangeNoVector() {
        PostedCaptions posted = PostedCaptions.of(540);
        posted.texts.run(false);
        VideoText before = posted.texts.get(PostedCaptions.id(7));
        assertThat(posted.texts.run(false)).contains(new Texts.Round(540, 0, 0, false));
        posted.add(540, 560);

        assertThat(posted.texts.run(false)).contains(new Texts.Round(560, 20, 0, false));
        assertThat(posted.texts.get(PostedCaptions.id(7))).isEqualTo(before);
    }

    @Test
    void aRunThatWasCutOffIsFinishedByTheNext() {
        PostedCaptions posted = PostedCaptions.of(540);
        posted.texts.run(false);
        TestDatabase.asOwner(db -> db.sql("delete from video_text where tenant_id = ? and video_id > ?")
                .params(posted.tenant.value(), PostedCaptions.id(99)).update());

        assertThat(posted.texts.run(false)).contains(new Texts.Round(540, 440, 0, false));
        assertThat(posted.texts.status().videos()).isEqualTo(540);
    }

    @Test
    void whatIsNoLongerStoredGoesAndAChangedCaptionIsReadAnew() {
        PostedCaptions posted = PostedCaptions.of(540);
        posted.add("1", "resep ayam");
        posted.texts.run(false);
        posted.forget();
        posted.add(0, 540);
        posted.add("2", "squat #gym");

        assertThat(posted.texts.run(false)).contains(new Texts.Round(541, 1, 1, false));
        assertThatThrownBy(() -> posted.texts.get("1")).isInstanceOf(TextRefused.class)
                .hasMessage("Nothing is known of the caption of video 1.\n"
                        + "Import or collect it, then run the job semantics or \"upswell texts run\".");
    }

    @Test
    void aVersionLearntAnewLiesWhereTheOlderLay() {
        PostedCaptions posted = PostedCaptions.of(540);
        posted.texts.run(false);
        VideoText before = posted.texts.get(PostedCaptions.id(7));
        posted.add(540, 640);

        assertThat(posted.texts.run(true)).contains(new Texts.Round(640, 640, 0, true));

        VideoText after = posted.texts.get(PostedCaptions.id(7));
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(after.vector().likeness(before.vector())).isGreaterThan(.9);
        assertThat(posted.texts.versions(10, 0).items()).extracting(TextVersion::serving).containsOnlyOnce(true)
                .hasSize(2);
    }

    @Test
    void aVersionThatKnowsTooFewWordsIsLearntAnewAfterAWeek() {
        PostedCaptions posted = PostedCaptions.of(540);
        posted.texts.run(false);
        for (int i = 0; i < 4; i++) {
            posted.add("new" + i, "zumba salsa bachata #zumba" + i);
        }
        Texts nextDay = new Texts(posted.tenant, posted.database,
                () -> PostedCaptions.NOON.plus(Duration.ofDays(1)), "test", Optional::empty);
        assertThat(nextDay.run(false)).contains(new Texts.Round(544, 4, 0, false));
        posted.add("new9", "zumba salsa bachata #zumba9");
        Texts nextWeek = new Texts(posted.tenant, posted.database,
                () -> PostedCaptions.NOON.plus(Duration.ofDays(7)), "test", Optional::empty);

        assertThat(nextWeek.run(false)).contains(new Texts.Round(545, 545, 0, true));
        assertThat(nextWeek.get("new1").vector().saysNothing()).isFalse();
    }

    @Test
    void tooFewCaptionsAreSaidAndLoseNothing() {
        PostedCaptions posted = PostedCaptions.of(60);

        assertThatThrownBy(() -> posted.texts.run(false)).isInstanceOf(TextRefused.class).hasMessage(
                "There are 60 captions, and vectors are learnt from 500.\nImport or collect more videos with captions.");
        assertThat(posted.texts.status()).isEqualTo(new Texts.Status(null, 0, List.of()));
    }

    @Test
    void twoProcessesDoNotWorkAtOnceAndTenantsSeeTheirOwn() {
        PostedCaptions posted = PostedCaptions.of(540);
        try (TenantLocks.Held held = posted.database.locks().acquire(posted.tenant, "texts")) {
            assertThat(posted.texts.run(false)).isEmpty();
        }
        posted.texts.run(false);

        assertThat(new PostedCaptions().texts.status().videos()).isZero();
    }
}
