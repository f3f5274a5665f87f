package dev.upswell.people.judge;

import dev.upswell.people.Life;
import dev.upswell.people.PeopleWorld;
import dev.upswell.people.WorldVideo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;

/// What a product may know at an instant: videos posted before, their counters as read by then, followers, and what people did before.
///
/// What a person does in the very second in which it is asked for is the answer, and not known.
///
/// **errors** `IndexOutOfBoundsException` for videos of later
public final class Known {

    private final PeopleWorld world;
    private final List<List<Life.Action>> logs;
    private final Map<String, Long> followers;
    private final long at;
    private final int videos;

    Known(PeopleWorld world, List<List<Life.Action>> logs, Map<String, Long> followers, long at) {
        this.world = world;
        this.logs = logs;
        this.followers = followers;
        this.at = at;
        videos = before(world.videos(), video -> video.shown().createdAt());
    }

    /// What is known at another instant.
    Known at(long other) {
        return new Known(world, logs, followers, other);
    }

    /// What was known at an earlier instant.
    ///
    /// **errors** `IllegalArgumentException` for a later one, which nobody knows yet
    public Known before(long earlier) {
        if (earlier > at) {
            throw new IllegalArgumentException("instant (" + earlier + ") must not be later than what is known (" + at
                    + ")\nMaybe the two are exchanged.");
        }
        return at(earlier);
    }

    /// The same, had people not done some of what they did.
    ///
    /// @param hidden of a person, by number, and an act
    public Known without(BiPredicate<Integer, Life.Action> hidden) {
        List<List<Life.Action>> left = new ArrayList<>();
        for (int person = 0; person < logs.size(); person++) {
            int number = person;
            left.add(log(person).stream().filter(action -> !hidden.test(number, action)).toList());
        }
        return new Known(world, left, followers, at);
    }

    /// The epoch second.
    public long at() {
        return at;
    }

    /// How many videos were posted before; their numbers are below, in order of time.
    public int videos() {
        return videos;
    }

    /// What is shown of a video.
    public WorldVideo.Shown video(int number) {
        Objects.checkIndex(number, videos);
        return world.videos().get(number).shown();
    }

    /// Whether a video can be watched now.
    public boolean isAlive(int number) {
        Objects.checkIndex(number, videos);
        return world.videos().get(number).isAlive(at);
    }

    /// The counters of a video as they were read last; none in its first hours.
    public Optional<WorldVideo.Counted> counted(int number) {
        Objects.checkIndex(number, videos);
        return Optional.ofNullable(world.videos().get(number).known(at));
    }

    /// How many people there are.
    public int people() {
        return logs.size();
    }

    /// The handle of a person, who is also the creator of its own videos.
    public String handle(int person) {
        return world.people().get(person).handle();
    }

    /// What a person did before, in order of time.
    public List<Life.Action> log(int person) {
        List<Life.Action> log = logs.get(person);
        return log.subList(0, before(log, Life.Action::at));
    }

    /// How many follow a creator.
    public long followers(String creator) {
        return followers.getOrDefault(creator, 0L);
    }

    /// How many of these, in order of time, are earlier.
    private <T> int before(List<T> ordered, ToLongFunction<T> time) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time.applyAsLong(ordered.get(middle)) < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
