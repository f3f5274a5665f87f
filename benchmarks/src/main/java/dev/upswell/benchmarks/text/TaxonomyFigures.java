package dev.upswell.benchmarks.text;

import dev.upswell.language.LanguageGuess;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taxonomy.CategoryMaking.Made;
import dev.upswell.taxonomy.SaidText;
import dev.upswell.theme.AdjustedRand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How far categories stay what they were when 5 % of the captions are new, which languages they cover, and what they are called.
///
/// Argument: a file of `captions.py`. Categories are made as the product makes them.
public final class TaxonomyFigures {

    private static final int DRAWS = 3;
    private static final int NEW = 20;
    private static final int LARGEST = 40;
    private static final int LEAST_OF_A_LANGUAGE = 50;
    private static final String NONE = "-";

    private TaxonomyFigures() {
    }

    public static void main(String[] arguments) throws IOException {
        List<CaptionLine> lines = CaptionLine.of(Path.of(arguments[0]));
        Made all = made(lines, null);
        print("%d captions, %d categories, %d captions in one%n", lines.size(), all.taxonomy().categories().size(),
                tags(lines, all, false).size());
        all.notes().forEach(note -> print("  %s%n", note));
        for (int draw = 1; draw <= DRAWS; draw++) {
            List<CaptionLine> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, new Random(draw));
            draw(draw, shuffled, shuffled.subList(lines.size() / NEW, lines.size()));
        }
        languages(lines, all);
        labels(lines, all);
    }

    private static Made made(List<CaptionLine> lines, @Nullable Taxonomy before) {
        List<SaidText> texts = lines.stream().map(line -> new SaidText(line.text().text(), line.creator())).toList();
        return TaxonomyMaking.make(texts, TaxonomyMaking.USUAL, Locale.ENGLISH, before);
    }

    private static void draw(int draw, List<CaptionLine> lines, List<CaptionLine> most) {
        Made before = made(most, null);
        Made carried = made(lines, before.taxonomy());
        Made anew = made(lines, null);
        Map<String, String> was = tags(most, before, false);
        Map<String, String> is = tags(lines, carried, false);
        long same = was.entrySet().stream().filter(one -> one.getValue().equals(is.get(one.getKey()))).count();
        long kept = before.taxonomy().categories().stream()
                .filter(category -> carried.taxonomy().find(category.tag()).isPresent()).count();
        print("draw %d: carried on %.3f (with those of no category %.3f), %d of %d tags kept, %.3f of captions under the same tag;"
                + " from nothing %.3f (%.3f)%n", draw, AdjustedRand.of(was, is),
                AdjustedRand.of(tags(most, before, true), tags(lines, carried, true)), kept,
                before.taxonomy().categories().size(), (double) same / was.size(),
                AdjustedRand.of(was, tags(lines, anew, false)),
                AdjustedRand.of(tags(most, before, true), tags(lines, anew, true)));
    }

    /// The tag of each caption by its video.
    ///
    /// @param none whether captions of no category are a group too
    private static Map<String, String> tags(List<CaptionLine> lines, Made made, boolean none) {
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String tag = made.tags().get(i).orElse(none ? NONE : null);
            if (tag != null) {
                tags.put(lines.get(i).video(), tag);
            }
        }
        return tags;
    }

    private static void languages(List<CaptionLine> lines, Made made) {
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            int[] count = counts.computeIfAbsent(language(lines.get(i)), key -> new int[2]);
            count[0]++;
            count[1] += made.tags().get(i).isPresent() ? 1 : 0;
        }
        counts.forEach((language, count) -> {
            if (count[0] >= LEAST_OF_A_LANGUAGE) {
                print("%-4s %5d captions, %.3f of them in a category%n", language, count[0],
                        (double) count[1] / count[0]);
            }
        });
    }

    private static void labels(List<CaptionLine> lines, Made made) {
        Map<String, Map<String, Integer>> languages = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String language = language(lines.get(i));
            made.tags().get(i).ifPresent(tag -> languages.computeIfAbsent(tag, key -> new TreeMap<>()).merge(language,
                    1, Integer::sum));
        }
        made.taxonomy().categories().stream()
                .sorted(Comparator.comparingInt((Category category) -> -size(languages, category)))
                .limit(LARGEST)
                .forEach(category -> print("%5d  %-40s %-36s %s%n", size(languages, category), category.tag(),
                        largest(languages.getOrDefault(category.tag(), Map.of())),
                        String.join(", ", category.keywords())));
    }

    private static int size(Map<String, Map<String, Integer>> languages, Category category) {
        return languages.getOrDefault(category.tag(), Map.of()).values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String largest(Map<String, Integer> counts) {
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(3)
                .map(Objects::toString).collect(Collectors.joining(" "));
    }

    private static String language(CaptionLine line) {
        return LanguageGuess.of(line.text()).language();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
