package dev.upswell.server.creative;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.select.Candidate;
import dev.upswell.pattern.select.Exclusion;
import dev.upswell.pattern.select.SelectedVideo;
import dev.upswell.pattern.select.Selection;
import dev.upswell.pattern.select.VideoSelection;
import dev.upswell.server.creative.PatternRuns.Tried;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Selects the videos of a search for patterns from a tenant's stored ones, which happens once, when it begins.
final class Selecting {

    private final TenantId tenant;
    private final Database database;
    private final StoredVideoRepository videos;
    private final PatternRuns.Trying trying;
    private final AnalysisRepository analyses = new AnalysisRepository();

    Selecting(TenantId tenant, Database database, StoredVideoRepository videos, PatternRuns.Trying trying) {
        this.tenant = tenant;
        this.database = database;
        this.videos = videos;
        this.trying = trying;
    }

    /// What is searched.
    ///
    /// @param tried what trials say of its videos, of each once
    record Selected(Selection selection, List<Tried> tried) {
    }

    /// The videos of a subject that settings select.
    ///
    /// **errors** [PatternRefused] when none can be used
    Selected of(PatternSubject subject, PatternSettings settings) {
        List<Candidate> candidates = videos.of(tenant, subject);
        if (candidates.isEmpty()) {
            throw PatternRefused.nothing(subject);
        }
        Selection selection = VideoSelection.of(measured(candidates), settings.selection(),
                settings.unknownLength(), settings.widening(),
                () -> videos.siblings(tenant, subject).stream().map(one -> one.with(measured(one.videos()))).toList());
        if (selection.selected().isEmpty()) {
            throw PatternRefused.noneFits(subject, selection.reasons().entrySet().stream()
                    .map(one -> "%,d %s".formatted(one.getValue(), one.getKey().words()))
                    .collect(Collectors.joining(", ")), selection.reasons().containsKey(Exclusion.LENGTH_UNKNOWN));
        }
        return new Selected(selection, tried(selection));
    }

    /// The same candidates, those of unknown length with the one that people wrote down.
    private List<Candidate> measured(List<Candidate> candidates) {
        Map<String, Double> lengths = database.transactions().call(tenant, analyses::codedLengths);
        return lengths.isEmpty()
                ? candidates
                : candidates.stream()
                        .map(one -> one.lengthSeconds() != null
                                ? one
                                : new Candidate(one.id(), one.creator(), lengths.get(one.id().value()), one.postedAt(),
                                        one.reactions(), one.followers()))
                        .toList();
    }

    /// What trials say of the selected videos, of each once: where they differ, the heavier word counts.
    private List<Tried> tried(Selection selection) {
        Map<String, DurationBucket> selected = selection.selected().stream()
                .collect(Collectors.toMap(one -> one.video().id().value(), SelectedVideo::bucket));
        Map<String, Tried> tried = new TreeMap<>();
        trying.videos().stream().filter(one -> one.bucket() == selected.get(one.video()))
                .forEach(one -> tried.merge(one.video(), one,
                        (first, second) -> second.weight() > first.weight() ? second : first));
        return List.copyOf(tried.values());
    }
}
