package dev.upswell.server.fyp.page;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.creative.DurationBucket;
import dev.upswell.numeric.Quantiles;
import dev.upswell.server.fyp.ScoreFilter;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.heat.HeatMap;
import dev.upswell.server.heat.HeatMap.Cell;
import dev.upswell.server.heat.HeatMap.Head;
import dev.upswell.server.heat.HeatMap.Row;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of hashtags by length: how own videos with a hashtag did at each length.
@Controller
class LengthsController {

    private static final int LOOKED_AT = 500;
    private static final int HASHTAGS = 20;
    /// With fewer videos a cell has no colour.
    private static final int TRUSTED = 3;
    private static final double MIDDLE = 50;
    private static final double FAINT = 4;
    private static final double STRONG = 10;

    private final VideoScores scores;
    private final Words words;
    private final Figures figures;

    LengthsController(VideoScores scores, Words words, Figures figures) {
        this.scores = scores;
        this.words = words;
        this.figures = figures;
    }

    @GetMapping("/videos/lengths")
    String lengths(Query query, Model model) {
        query.done();
        List<ScoredVideo> scored = scores.list(ScoreFilter.ALL, LOOKED_AT, 0).items();
        model.addAttribute("map", map(scored));
        model.addAttribute("videos", scored.size());
        return "video-lengths";
    }

    private HeatMap map(List<ScoredVideo> scored) {
        Map<String, Map<DurationBucket, List<Double>>> byHashtag = new TreeMap<>();
        scored.forEach(one -> add(byHashtag, one));
        return new HeatMap(words.say("fyp.lengths.map"), words.say("fyp.lengths.hashtag"), false,
                DurationBucket.LENGTHS.stream()
                        .map(one -> Head.of(words.say("trials.bucket." + one.name().toLowerCase(Locale.ROOT))))
                        .toList(),
                byHashtag.entrySet().stream()
                        .sorted(Comparator.comparingInt(
                                (Map.Entry<String, Map<DurationBucket, List<Double>>> one) -> -count(one.getValue()))
                                .thenComparing(Map.Entry::getKey))
                        .limit(HASHTAGS).map(one -> row(one.getKey(), one.getValue())).toList());
    }

    private static void add(Map<String, Map<DurationBucket, List<Double>>> byHashtag, ScoredVideo one) {
        Video video = one.video();
        Duration length = video == null ? null : video.duration();
        if (video == null || length == null || one.score().fyp().isEmpty()) {
            return;
        }
        double fyp = one.score().fyp().getAsDouble();
        DurationBucket.find(length.toMillis() / 1000.0).ifPresent(bucket -> {
            for (EntityId hashtag : video.hashtags()) {
                byHashtag.computeIfAbsent(hashtag.value(), key -> new EnumMap<>(DurationBucket.class))
                        .computeIfAbsent(bucket, key -> new ArrayList<>()).add(fyp);
            }
        });
    }

    private static int count(Map<DurationBucket, List<Double>> lengths) {
        return lengths.values().stream().mapToInt(List::size).sum();
    }

    private Row row(String hashtag, Map<DurationBucket, List<Double>> lengths) {
        String name = words.name(EntityKind.HASHTAG, hashtag);
        return new Row(Head.to(name, Link.to("/entities/hashtag", hashtag).toString()),
                DurationBucket.LENGTHS.stream().map(one -> cell(name, one, lengths.getOrDefault(one, List.of())))
                        .toList());
    }

    private Cell cell(String hashtag, DurationBucket bucket, List<Double> brought) {
        String length = words.say("trials.bucket." + bucket.name().toLowerCase(Locale.ROOT));
        if (brought.isEmpty()) {
            return Cell.missing(words.say("fyp.lengths.none", hashtag, length));
        }
        double median = Quantiles.ofSorted(brought.stream().mapToDouble(Double::doubleValue).sorted().toArray(), 0.5);
        String score = figures.score(median, 0);
        return new Cell(brought.size() < TRUSTED ? "" : HeatMap.beside(MIDDLE, median, FAINT, STRONG), score,
                String.valueOf(brought.size()),
                words.say("fyp.lengths.means", hashtag, length, brought.size(), score));
    }
}
