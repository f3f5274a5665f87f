package dev.upswell.server.seek;

import dev.upswell.server.live.LiveSearch;
import dev.upswell.server.live.LiveSearch.Answered;
import dev.upswell.server.live.LiveSearch.State;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a live source was asked for a list, and what it told.
///
/// @param source that was asked; null where none could be
/// @param answers one a query
/// @param lacks what stood in the way
public record Sought(@Nullable String source, List<Answered> answers, Set<Lack> lacks) {

    /// Nobody wished it.
    public static final Sought UNASKED = new Sought(null, List.of(), Set.of());

    public Sought {
        answers = List.copyOf(answers);
        lacks = Set.copyOf(lacks);
    }

    /// What stood in the way.
    public enum Lack {
        /// No source that can be searched has a key.
        NO_SOURCE,
        /// The terms do not allow it.
        DENIED,
        /// What may be spent is spent.
        SPENT,
        /// A query was refused, failed, or was not answered in time.
        SILENT,
        /// The database was away for some queries or all, so that nobody knew what may be spent.
        AWAY
    }

    static Sought of(LiveSearch.Found found) {
        Set<Lack> lacks = EnumSet.noneOf(Lack.class);
        if (found.source() == null) {
            lacks.add(Lack.NO_SOURCE);
        }
        for (Answered answer : found.answers()) {
            switch (answer.state()) {
                case ASKED, KEPT, SPARED -> {
                    // told, if only that there is nothing; or left to others, as it is set
                }
                case DENIED -> lacks.add(Lack.DENIED);
                case SPENT -> lacks.add(Lack.SPENT);
                case AWAY -> lacks.add(Lack.AWAY);
                case FAILED, LATE -> lacks.add(Lack.SILENT);
            }
        }
        return new Sought(found.source(), found.answers(), lacks);
    }

    static Sought without(Lack lack) {
        return new Sought(null, List.of(), Set.of(lack));
    }

    /// Whether it was wished.
    public boolean wasWished() {
        return source != null || !lacks.isEmpty();
    }

    /// What told of each video first, by its id; in the order of the answers.
    public Map<String, Answered> byVideo() {
        Map<String, Answered> videos = new LinkedHashMap<>();
        // What was told now comes before what was kept.
        answers.stream().sorted((one, other) -> Boolean.compare(other.state() == State.ASKED,
                one.state() == State.ASKED)).forEach(answer -> answer.videos().forEach(
                        video -> videos.putIfAbsent(video, answer)));
        return videos;
    }

    /// What told of a video; null where nothing did.
    public @Nullable LiveFind find(String video) {
        Answered told = byVideo().get(video);
        return told == null ? null : LiveFind.of(told);
    }
}
