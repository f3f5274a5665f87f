package dev.upswell.server.theme;

import dev.upswell.embed.JointVectors;
import dev.upswell.server.text.Texts;
import dev.upswell.server.theme.KeptTheme.LabelState;
import dev.upswell.server.theme.KeptTheme.Writer;
import dev.upswell.theme.ThemeGroups;
import dev.upswell.theme.LabelWords;
import dev.upswell.theme.Membership;
import dev.upswell.theme.Naming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names themes that have no label, and those whose label no longer fits; what a person wrote stays.
final class ThemeNaming {

    private final Naming naming;
    private final Set<String> approved = new HashSet<>();
    private final Set<String> rejected = new HashSet<>();
    private final int patience;
    private final Instant at;
    /// Labels that were changed.
    final List<KeptChange> changes = new ArrayList<>();

    ThemeNaming(List<SaidLabel> said, JointVectors vectors, int patience, Instant at) {
        for (SaidLabel label : said) {
            (label.state() == SaidLabel.State.APPROVED ? approved : rejected).add(label.label());
        }
        this.naming = new Naming(LabelWords.shipped().with(approved), vectors);
        this.patience = patience;
        this.at = at;
    }

    /// The themes with labels; larger ones choose first.
    List<KeptTheme> named(List<KeptTheme> themes, ThemeGroups grouping, List<Texts.Read> read) {
        Map<Long, List<String>> terms = terms(grouping, read);
        Set<String> taken = new HashSet<>(rejected);
        themes.forEach(theme -> Optional.ofNullable(theme.label()).ifPresent(taken::add));
        List<KeptTheme> named = new ArrayList<>();
        themes.stream().sorted((a, b) -> Integer.compare(b.figures().captions(), a.figures().captions()))
                .forEach(theme -> named.add(named(theme, terms.getOrDefault(theme.id(), List.of()), taken)));
        return named;
    }

    private static Map<Long, List<String>> terms(ThemeGroups grouping, List<Texts.Read> read) {
        Map<Long, List<Naming.Member>> members = new LinkedHashMap<>();
        for (Texts.Read one : read) {
            Membership member = grouping.captions().get(one.caption().video());
            if (member != null) {
                String creator = one.caption().creator();
                members.computeIfAbsent(member.theme(), id -> new ArrayList<>()).add(new Naming.Member(
                        one.caption().text(), creator == null ? one.caption().video() : creator));
            }
        }
        return Naming.terms(members);
    }

    private KeptTheme named(KeptTheme theme, List<String> terms, Set<String> taken) {
        String label = theme.label();
        if (label != null && theme.writer() == Writer.PERSON) {
            return theme;
        }
        if (label == null) {
            return fresh(theme, terms, taken);
        }
        if (!Naming.outgrown(theme.terms(), terms)) {
            return theme.namingDue(0);
        }
        if (theme.namingDue() + 1 < patience) {
            return theme.namingDue(theme.namingDue() + 1);
        }
        taken.remove(label);
        KeptTheme renamed = fresh(theme, terms, taken);
        String now = renamed.label();
        if (now != null && !now.equals(label)) {
            changes.add(new KeptChange(at, KeptChange.Kind.RENAMED, theme.id(), null, label, now));
        }
        return renamed;
    }

    private KeptTheme fresh(KeptTheme theme, List<String> terms, Set<String> taken) {
        Optional<Naming.Label> found = naming.of(theme.theme().centre(), terms, taken);
        if (found.isEmpty()) {
            return theme.called(null, LabelState.NONE, Writer.TEMPLATE, terms);
        }
        Naming.Label label = found.get();
        taken.add(label.text());
        return theme.called(label.text(), label.inVocabulary()
                ? approved.contains(label.text()) ? LabelState.APPROVED : LabelState.VOCABULARY
                : LabelState.PROPOSED, Writer.TEMPLATE, terms);
    }
}
