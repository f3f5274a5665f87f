package dev.upswell.server.fyp.page;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.content.Viewing;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.fyp.Diagnosis;
import dev.upswell.server.fyp.ScoreFilter;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.fyp.SettledScore;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pages on how posted videos do: the list of scores, and everything about one video.
@Controller
class ScoresController {

    private static final int ROWS = 25;
    private static final List<String> STATUSES = Arrays.stream(FypScore.Status.values())
            .map(one -> one.name().toLowerCase(Locale.ROOT)).toList();

    private final VideoScores scores;
    private final Viewings viewings;
    private final Words words;
    private final Figures figures;
    private final InstantSource clock;

    ScoresController(VideoScores scores, Viewings viewings, Words words, Figures figures, InstantSource clock) {
        this.viewings = viewings;
        this.clock = clock;
        this.scores = scores;
        this.words = words;
        this.figures = figures;
    }

    /// A video, as its row shows it.
    record Row(ScoredVideo video, @Nullable String creator, String mark, @Nullable String score,
            @Nullable String settled, @Nullable String status, String coverage, @Nullable String v15, boolean event,
            boolean alarm) {
    }

    /// A strong video that resembles the one shown.
    record Winner(String video, @Nullable String score) {
    }

    @GetMapping("/videos/scores")
    String list(Query query, Model model) {
        String status = query.oneOf("status", STATUSES).orElse(null);
        Paging paging = query.paging(ROWS);
        query.done();
        VideoScores.Part part = scores.list(filter(status), paging.limit(), paging.offset());
        model.addAttribute("listing", new Listing<>(part.items().stream().map(this::row).toList(), part.total(),
                paging));
        model.addAttribute("empty", part.total() == 0 && status == null);
        model.addAttribute("ways", ways(status));
        model.addAttribute("previous", link(status, paging.previous()));
        model.addAttribute("next", link(status, paging.next()));
        return "video-scores";
    }

    @GetMapping(path = "/videos/scores", params = FileFormat.PARAMETER)
    Table<ScoredVideo> file(Query query) {
        String status = query.oneOf("status", STATUSES).orElse(null);
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("video-scores", format, ScoreColumns.ALL,
                scores.list(filter(status), Table.ONE_MORE, 0).items());
    }

    private static ScoreFilter filter(@Nullable String status) {
        return new ScoreFilter(Instant.EPOCH, null,
                status == null ? null : FypScore.Status.valueOf(status.toUpperCase(Locale.ROOT)));
    }

    private List<Link.Way> ways(@Nullable String status) {
        List<Link.Way> ways = new ArrayList<>();
        ways.add(new Link.Way(words.say("fyp.status.all"), "/videos/scores", status == null));
        STATUSES.forEach(one -> ways.add(new Link.Way(words.say("fyp.status." + one),
                Link.to("/videos/scores").with("status", one, null).toString(), one.equals(status))));
        return ways;
    }

    private static String link(@Nullable String status, Paging paging) {
        return Link.to("/videos/scores").with("status", status, null).with("limit", paging.limit(), ROWS)
                .with("offset", paging.offset(), 0).toString();
    }

    private Row row(ScoredVideo scored) {
        FypScore score = scored.score();
        Video video = scored.video();
        EntityId creator = video == null ? null : video.creator();
        SettledScore settled = scored.settled();
        FypScore.Part v15 = score.parts().get(FypMetric.V15);
        return new Row(scored, creator == null ? null : creator.value(), score.mark().label(),
                DetailView.whole(score.fyp(), figures),
                settled == null ? null : DetailView.whole(settled.score().fyp(), figures), DetailView.status(score),
                figures.percent(score.coverage()),
                v15 == null ? null : new ScoreText(words, figures).value(FypMetric.V15, v15.value()),
                score.isEvent(), !score.alarms().isEmpty());
    }

    @GetMapping("/videos/{id}/score")
    String detail(@PathVariable String id, Query query, Model model) {
        query.done();
        Diagnosis found = scores.of(id)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.score.unknown", id)));
        model.addAttribute("view", DetailView.of(found, new ScoreText(words, figures), figures, clock.instant()));
        RetentionChart curve = curve(EntityId.video(id));
        model.addAttribute("curve", curve == null ? null : curve.json());
        model.addAttribute("winners", found.cause().winners().stream()
                .map(one -> new Winner(one.video().value(), DetailView.whole(one.fyp(), figures))).toList());
        return "video-score";
    }

    private @Nullable RetentionChart curve(EntityId video) {
        Map<EntityId, Viewing> told = viewings.asOf(clock.instant());
        RetentionView view = RetentionView.of(told.get(video), RetentionView.usual(told.values()));
        return view.isTold() ? RetentionChart.of(view, words) : null;
    }
}
