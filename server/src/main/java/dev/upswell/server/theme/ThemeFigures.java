package dev.upswell.server.theme;

import dev.upswell.language.Sentiment;
import dev.upswell.server.text.Texts;
import dev.upswell.server.theme.KeptTheme.Figures;
import dev.upswell.theme.Membership;
import dev.upswell.theme.ThemeGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Counts how much is said of each theme of a run.
final class ThemeFigures {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int LANGUAGES = 3;

    private ThemeFigures() {
    }

    /// The themes of a grouping with their figures; those that are known keep their labels.
    static List<KeptTheme> kept(ThemeGroups grouping, List<KeptTheme> known, List<Texts.Read> read,
            Instant at) {
        Map<Long, KeptTheme> byId = known.stream().collect(Collectors.toMap(KeptTheme::id, one -> one));
        Map<Long, List<Texts.Read>> own = new HashMap<>();
        for (Texts.Read one : read) {
            Membership member = grouping.captions().get(one.caption().video());
            if (member != null) {
                own.computeIfAbsent(member.theme(), id -> new ArrayList<>()).add(one);
            }
        }
        return grouping.themes().stream().map(theme -> {
            KeptTheme before = byId.getOrDefault(theme.id(), KeptTheme.begun(theme));
            return before.now(theme, figures(own.getOrDefault(theme.id(), List.of()), at));
        }).toList();
    }

    private static Figures figures(List<Texts.Read> own, Instant at) {
        Set<String> creators = new HashSet<>();
        Map<String, Integer> languages = new LinkedHashMap<>();
        int lastWeek = 0;
        int weekBefore = 0;
        List<ThemeTones.Told> tones = new ArrayList<>();
        for (Texts.Read one : own) {
            Sentiment.of(one.caption().text(), one.text().language())
                    .ifPresent(told -> tones.add(new ThemeTones.Told(creator(one), told)));
            Optional.ofNullable(one.caption().creator()).ifPresent(creators::add);
            languages.merge(one.text().language(), 1, Integer::sum);
            if (Themes.posted(one).isAfter(at.minus(WEEK))) {
                lastWeek++;
            } else if (Themes.posted(one).isAfter(at.minus(WEEK).minus(WEEK))) {
                weekBefore++;
            }
        }
        languages.remove("und");
        return new Figures(own.size(), creators.size(), lastWeek, weekBefore, languages.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LANGUAGES).map(Map.Entry::getKey).toList(), ThemeTones.of(tones));
    }

    /// Whose a caption is; its video where that is not known.
    static String creator(Texts.Read one) {
        String creator = one.caption().creator();
        return creator == null ? one.caption().video() : creator;
    }
}
