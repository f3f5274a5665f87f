package dev.upswell.server.crowd;

import dev.upswell.server.crowd.Deed.Kind;
import dev.upswell.server.taste.Met;
import dev.upswell.server.taste.Reaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells what somebody did from what files and reactions say, without what was hidden.
///
/// What was watched counts from half of it on, by the seconds that files tell of a video whose length is known, or by the share that was
/// told here. What passed by without anybody telling how long says nothing, for archives hold all that passed by.
public final class Deeds {

    /// What is watched for less says nothing.
    static final double LEAST_SHARE = 0.5;
    private static final double HIDDEN = -4;

    private static final Comparator<Deed> NEWEST_FIRST = Comparator.comparing(Deed::at).reversed()
            .thenComparing(Deed::video).thenComparing(Deed::kind);

    private Deeds() {
    }

    /// Tells lengths of videos.
    public interface Lengths {

        /// Length in seconds; null where nobody told.
        @Nullable
        Double of(String video);
    }

    /// What was done until this time, the newest first.
    public static List<Deed> of(Collection<Met.Act> acts, Collection<Reaction> reactions, Lengths lengths,
            Instant until) {
        List<Deed> deeds = new ArrayList<>();
        acts.stream().filter(act -> !act.at().isAfter(until)).flatMap(act -> of(act, lengths)).forEach(deeds::add);
        reactions.stream().filter(one -> !one.at().isAfter(until)).flatMap(Deeds::of).forEach(deeds::add);
        Set<String> hidden = hidden(acts, reactions, until);
        deeds.removeIf(deed -> hidden.contains(deed.video()));
        deeds.sort(NEWEST_FIRST);
        return deeds;
    }

    /// What was done beside watching with each video that is known to have been watched until this time, in the worth of deeds; each kind
    /// once, 0 for nothing and for what was hidden.
    ///
    /// A video is known to have been watched where files tell so, for however long, and where it was opened or watched here. That it was
    /// liked does not tell: of whom only likes are known, nothing is known that was watched and not liked.
    public static Map<String, Double> besideWatching(Collection<Met.Act> acts, Collection<Reaction> reactions,
            Instant until) {
        Map<String, Double> beside = new HashMap<>();
        acts.stream().filter(act -> act.action().equals("watched") && !act.at().isAfter(until))
                .forEach(act -> beside.put(act.video(), 0.0));
        reactions.stream()
                .filter(one -> one.kind() == Reaction.Kind.CLICKED || one.kind() == Reaction.Kind.WATCHED)
                .filter(one -> !one.at().isAfter(until)).forEach(one -> beside.put(one.video(), 0.0));
        Map<String, Set<Kind>> done = new HashMap<>();
        for (Deed deed : of(acts, reactions, video -> null, until)) {
            boolean isBeside = deed.kind() != Kind.WATCHED && deed.kind() != Kind.POSTED;
            if (isBeside && beside.containsKey(deed.video())
                    && done.computeIfAbsent(deed.video(), any -> EnumSet.noneOf(Kind.class)).add(deed.kind())) {
                beside.merge(deed.video(), deed.worth(), Double::sum);
            }
        }
        return beside;
    }

    /// What all that was done with each video that was met until this time is worth: 0 where it was watched or opened and nothing tells more,
    /// and below 0 for what was hidden. That it was shown does not tell that it was met.
    public static Map<String, Double> worths(Collection<Met.Act> acts, Collection<Reaction> reactions, Lengths lengths,
            Instant until) {
        Map<String, Double> worths = new HashMap<>();
        besideWatching(acts, reactions, until).keySet().forEach(video -> worths.put(video, 0.0));
        of(acts, reactions, lengths, until).stream().filter(deed -> deed.kind() != Kind.POSTED)
                .forEach(deed -> worths.merge(deed.video(), deed.worth(), Double::sum));
        hidden(acts, reactions, until).forEach(video -> worths.put(video, HIDDEN));
        return worths;
    }

    private static Set<String> hidden(Collection<Met.Act> acts, Collection<Reaction> reactions, Instant until) {
        return Stream.concat(
                acts.stream().filter(act -> act.action().equals("hidden") && !act.at().isAfter(until))
                        .map(Met.Act::video),
                reactions.stream().filter(one -> one.kind() == Reaction.Kind.HIDDEN && !one.at().isAfter(until))
                        .map(Reaction::video))
                .collect(Collectors.toSet());
    }

    private static Stream<Deed> of(Met.Act act, Lengths lengths) {
        return switch (act.action()) {
            case "liked" -> done(act.video(), Kind.LIKED, act.at());
            case "favourited", "saved" -> done(act.video(), Kind.SAVED, act.at());
            case "shared" -> done(act.video(), Kind.SHARED, act.at());
            case "reposted" -> done(act.video(), Kind.REPOSTED, act.at());
            case "posted" -> done(act.video(), Kind.POSTED, act.at());
            case "watched" -> watched(act.video(), share(act.watched(), lengths.of(act.video())), act.at());
            default -> Stream.empty();
        };
    }

    private static Stream<Deed> of(Reaction reaction) {
        return switch (reaction.kind()) {
            case LIKED -> done(reaction.video(), Kind.LIKED, reaction.at());
            case SAVED -> done(reaction.video(), Kind.SAVED, reaction.at());
            case SHARED -> done(reaction.video(), Kind.SHARED, reaction.at());
            case WATCHED -> watched(reaction.video(), reaction.strength(), reaction.at());
            case SHOWN, CLICKED, HIDDEN -> Stream.empty();
        };
    }

    private static Stream<Deed> done(String video, Kind kind, Instant at) {
        return Stream.of(new Deed(video, kind, 1, at));
    }

    private static Stream<Deed> watched(String video, @Nullable Double share, Instant at) {
        return share == null || share < LEAST_SHARE
                ? Stream.empty()
                : Stream.of(new Deed(video, Kind.WATCHED, share, at));
    }

    private static @Nullable Double share(@Nullable Double seconds, @Nullable Double length) {
        return seconds == null || length == null || !(length > 0) ? null : (Double) Math.min(1, seconds / length);
    }
}
