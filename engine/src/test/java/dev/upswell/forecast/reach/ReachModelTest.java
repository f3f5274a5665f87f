package dev.upswell.forecast.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.content.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReachModelTest {

    private static final ReachSettings SETTINGS = ReachSettings.usual(3, "test");
    private static final List<ReachArchive.Watched> FEED = Feed.of(400, 1);
    private static final ReachArchive ARCHIVE = Feed.archive(FEED);
    private static final Instant TRAINED = Feed.START.plus(Duration.ofHours(360));
    private static final ReachTrainer.Trained MODEL = ReachTrainer.train(ARCHIVE, TRAINED, SETTINGS).orElseThrow();

    @Test
    void sameArchiveGivesSameBytes() {
        assertThat(ReachTrainer.train(Feed.archive(Feed.of(400, 1)), TRAINED, SETTINGS))
                .hasValueSatisfying(again -> assertThat(again.artefact()).isEqualTo(MODEL.artefact()));
    }

    @Test
    void videosReadLaterChangeNoModel() {
        List<ReachArchive.Watched> shorter = FEED.stream()
                .filter(one -> one.video().createdAt() != null && one.video().createdAt().isBefore(TRAINED)).toList();

        assertThat(ReachTrainer.train(Feed.archive(shorter), TRAINED, SETTINGS).orElseThrow().artefact())
                .isEqualTo(MODEL.artefact());
    }

    /// Whatever comes after the question, of the same video or of others, changes no feature.
    @Property(tries = 40)
    void laterReadingsChangeNoFeature(@ForAll long seed) {
        Random random = new Random(seed);
        int asked = 150 + random.nextInt(200);
        ReachStage stage = ReachStage.values()[random.nextInt(ReachStage.values().length)];
        Video video = FEED.get(asked).video();
        long now = video.createdAt() == null ? 0 : video.createdAt().getEpochSecond() + stage.seconds();
        List<ReachArchive.Watched> otherwise = new ArrayList<>();
        for (ReachArchive.Watched one : FEED) {
            otherwise.add(new ReachArchive.Watched(one.video(), one.series() == null
                    ? null
                    : Doctored.after(one.series(), now, random)));
        }

        assertThat(features(Feed.archive(otherwise), video, stage, otherwise.get(asked)))
                .isEqualTo(features(ARCHIVE, video, stage, FEED.get(asked))).isNotEqualTo("none");
    }

    private static String features(ReachArchive archive, Video video, ReachStage stage, ReachArchive.Watched watched) {
        return archive.moment(video, video.createdAt() == null ? 0 : video.createdAt().getEpochSecond(), stage,
                watched.series()).map(moment -> Arrays.toString(ReachFeatures.at(moment))).orElse("none");
    }

    @Test
    void firstReadingsNarrowTheRange() {
        ReachModel model = ReachModel.load(MODEL.artefact());
        ReachArchive.Watched asked = FEED.get(380);

        ReachForecast draft = model.foretell(ARCHIVE, asked.video(), ReachStage.DRAFT, asked.series()).orElseThrow();
        ReachForecast later = model.foretell(ARCHIVE, asked.video(), ReachStage.SIX_HOURS, asked.series())
                .orElseThrow();

        assertThat(later.range().high() / later.range().low())
                .isLessThan(draft.range().high() / draft.range().low());
        assertThat(draft.firstReadings()).isFalse();
        assertThat(later.firstReadings()).isTrue();
        assertThat(draft.reasons()).isNotEmpty().noneMatch(reason -> reason.feature().startsWith("start_"));
        assertThat(later.breakout()).isBetween(0.0, 1.0);
    }

    @Test
    void archiveOfLateReadingsKnowsDraftsOnly() {
        ReachArchive settled = ReachArchive.of(ReachTarget.SETTLED,
                FEED.stream().map(one -> Feed.watched(one.video(), 24 * 60 * 40, 1_000 + FEED.indexOf(one) % 500))
                        .toList(),
                Map.of());
        ReachModel model = ReachModel.load(ReachTrainer.train(settled, TRAINED.plus(Duration.ofDays(9)), SETTINGS)
                .orElseThrow().artefact());

        assertThat(model.foretell(settled, FEED.get(399).video(), ReachStage.DRAFT, null)).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.foretell(settled, FEED.get(399).video(), ReachStage.HOUR, null))
                .withMessageContaining("no early readings");
    }

    @Test
    void tooFewVideosTeachNothing() {
        assertThat(ReachTrainer.train(Feed.archive(Feed.of(100, 1)), TRAINED, SETTINGS)).isEmpty();
    }

    @Test
    void damagedArtefactsAreRefused() {
        byte[] artefact = MODEL.artefact();

        assertThatIllegalArgumentException().isThrownBy(() -> ReachModel.load(Arrays.copyOf(artefact, 200)))
                .withMessageContaining("Maybe");
        assertThatIllegalArgumentException().isThrownBy(() -> ReachModel.load(new byte[]{1, 2, 3, 4, 5}))
                .withMessageContaining("must start with UPRV");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReachModel.load(Arrays.copyOf(artefact, artefact.length + 3)))
                .withMessageContaining("3 bytes are left over");
    }

    /// Else it would be missed only when somebody asks about that stage.
    @Test
    void artefactWithoutAStageIsRefused() {
        ReachArtefact.Content whole = ReachArtefact.read(MODEL.artefact());
        Map<ReachStage, StageFit> fits = new EnumMap<>(whole.fits());
        fits.remove(ReachStage.HOUR);
        byte[] lacking = ReachArtefact.write(new ReachArtefact.Content(whole.target(), fits));

        assertThatIllegalArgumentException().isThrownBy(() -> ReachModel.load(lacking))
                .withMessageContaining("reach artefact stages ([DRAFT, QUARTER_HOUR, SIX_HOURS]) must be");
    }
}
