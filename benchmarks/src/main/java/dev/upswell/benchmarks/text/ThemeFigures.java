package dev.upswell.benchmarks.text;

import dev.upswell.embed.JointVectors;
import dev.upswell.embed.SentenceVectors;
import dev.upswell.embed.Vector;
import dev.upswell.language.Token.Kind;
import dev.upswell.theme.AdjustedRand;
import dev.upswell.theme.Caption;
import dev.upswell.theme.Continuing;
import dev.upswell.theme.Founding;
import dev.upswell.theme.ThemeGroups;
import dev.upswell.theme.LabelWords;
import dev.upswell.theme.Naming;
import dev.upswell.theme.Theme;
import dev.upswell.theme.ThemeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// How far themes stay what they were when 5 % of the captions are new, and what they are called.
///
/// Argument: a file of `captions.py`.
public final class ThemeFigures {

    private static final Duration NIGHT = Duration.ofHours(4);
    private static final int DRAWS = 3;
    private static final int NEW = 20;
    private static final int LARGEST = 40;

    private ThemeFigures() {
    }

    public static void main(String[] arguments) throws IOException {
        List<CaptionLine> lines = CaptionLine.of(Path.of(arguments[0]));
        Optional<SentenceVectors> sentences = SentenceVectors.find();
        try {
            JointVectors vectors = JointVectors
                    .from(lines.stream().map(CaptionLine::text).toList(), sentences, 1).orElseThrow();
            List<Vector> made = vectors.vectors(lines.stream().map(CaptionLine::text).toList());
            List<Caption> captions = new ArrayList<>();
            for (int i = 0; i < made.size(); i++) {
                CaptionLine line = lines.get(i);
                captions.add(new Caption(line.video(), line.creator(), line.postedAt(), line.text().of(Kind.HASHTAG),
                        made.get(i)));
            }
            judge(captions, vectors, lines);
        } finally {
            sentences.ifPresent(SentenceVectors::close);
        }
    }

    private static void judge(List<Caption> captions, JointVectors vectors, List<CaptionLine> lines) {
        ThemeSettings settings = ThemeSettings.usual();
        Instant at = captions.stream().map(Caption::postedAt).max(Comparator.naturalOrder()).orElseThrow();
        ThemeGroups all = Founding.of(captions, vectors, at, 1, settings, 1);
        print("%d captions, %d themes, %d captions themed, silhouette %.3f%n", captions.size(), all.themes().size(),
                all.captions().size(), all.silhouette());
        for (int draw = 1; draw <= DRAWS; draw++) {
            List<Caption> shuffled = new ArrayList<>(captions);
            Collections.shuffle(shuffled, new Random(draw));
            ThemeGroups most = Founding.of(shuffled.subList(captions.size() / NEW, captions.size()), vectors, at, 1,
                    settings, draw);
            Continuing.Carried carried = Continuing.of(most, shuffled, vectors, at, NIGHT, 1_000, settings, draw);
            Continuing.Carried again = Continuing.of(carried.grouping(), shuffled, vectors, at, NIGHT, 2_000, settings,
                    draw);
            ThemeGroups anew = Founding.of(shuffled, vectors, at, 1, settings, draw);
            print("draw %d: carried on %.3f, once more %.3f, from nothing %.3f; changes %s then %s; silhouettes %.3f and %.3f%n",
                    draw, rand(most, carried.grouping()), rand(most, again.grouping()), rand(most, anew),
                    carried.changes(), again.changes(), again.grouping().silhouette(), anew.silhouette());
        }
        labels(all, vectors, lines);
    }

    private static double rand(ThemeGroups one, ThemeGroups other) {
        return AdjustedRand.of(themes(one), themes(other));
    }

    private static Map<String, Long> themes(ThemeGroups grouping) {
        Map<String, Long> themes = new HashMap<>();
        grouping.captions().forEach((video, member) -> themes.put(video, member.theme()));
        return themes;
    }

    private static void labels(ThemeGroups grouping, JointVectors vectors, List<CaptionLine> lines) {
        Map<Long, List<Naming.Member>> members = new HashMap<>();
        Map<Long, Map<String, Integer>> regions = new HashMap<>();
        for (CaptionLine line : lines) {
            Optional.ofNullable(grouping.captions().get(line.video())).ifPresent(member -> {
                members.computeIfAbsent(member.theme(), id -> new ArrayList<>())
                        .add(new Naming.Member(line.text(), line.creator()));
                regions.computeIfAbsent(member.theme(), id -> new HashMap<>()).merge(line.region(), 1, Integer::sum);
            });
        }
        Map<Long, List<String>> terms = Naming.terms(members);
        Naming naming = new Naming(LabelWords.shipped(), vectors);
        Set<String> taken = new HashSet<>();
        grouping.themes().stream().filter(theme -> members.containsKey(theme.id()))
                .sorted(Comparator.comparingInt((Theme theme) -> -members.getOrDefault(theme.id(), List.of()).size()))
                .limit(LARGEST)
                .forEach(theme -> {
                    List<String> telling = terms.getOrDefault(theme.id(), List.of());
                    Optional<Naming.Label> label = naming.of(theme.centre(), telling, taken);
                    label.ifPresent(one -> taken.add(one.text()));
                    print("%4d  %-32s %s  %s  %s%n", members.getOrDefault(theme.id(), List.of()).size(),
                            label.map(Naming.Label::text).orElse("-"),
                            label.map(one -> one.inVocabulary() ? "vocabulary" : "proposed").orElse(""),
                            regions.getOrDefault(theme.id(), Map.of()),
                            telling.stream().limit(6).collect(Collectors.joining(", ")));
                });
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
