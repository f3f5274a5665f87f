package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.server.theme.KeptTheme;
import dev.upswell.server.theme.ThemeTones;
import dev.upswell.server.theme.Themes;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.web.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers why a theme moves: what was posted on it in a week, which of its hashtags moves most, and whose videos brought the views.
final class ThemeTelling {

    private static final Duration WEEK = Duration.ofDays(7);
    /// Views that were read longer before or after the newest caption than this are not told beside it.
    private static final Duration TOGETHER = Duration.ofDays(2);
    private static final int CREATORS = 2;
    /// Of fewer captions whose lean is known no share is told.
    private static final int LEAST_KNOWN = 20;

    private final Movements movements;
    private final CarrierRepository carriers;

    ThemeTelling(Movements movements, CarrierRepository carriers) {
        this.movements = movements;
        this.carriers = carriers;
    }

    private record Course(Topic topic, Instant asOf, Known known, List<Told.Line> lines, String page) {

        Fact fact(String measure, double value, Unit unit, @Nullable String of) {
            return known.number(topic.name(), measure, value, unit, asOf, of, page);
        }

        void tell(String key, Object... arguments) {
            lines.add(Told.Line.of(key, arguments));
        }
    }

    /// Why it moves; empty where nothing was posted on it in two weeks.
    ///
    /// @param asOf time of the newest caption that its figures know of
    /// @param hashtags all that have a place, the first that moves most first; views are told as of its end, where that is within two days
    Optional<Told> of(Themes.Members members, Instant asOf, TrendTable hashtags) {
        KeptTheme.Figures figures = members.theme().figures();
        if (figures.lastWeek() + figures.weekBefore() == 0) {
            return Optional.empty();
        }
        Topic topic = Topic.of(members.theme());
        Course course = new Course(topic, asOf, new Known(), new ArrayList<>(),
                Link.to("/themes", topic.id()).toString());
        posted(course, figures);
        Instant end = hashtags.at();
        Instant told = asOf;
        if (end != null && Duration.between(asOf, end).abs().compareTo(TOGETHER) <= 0) {
            told = end.isAfter(asOf) ? end : asOf;
            moved(course, members, hashtags, end);
            brought(course, members, end);
        }
        leaning(course, figures.tones());
        return Optional.of(Told.of(topic, told, course.known(), course.lines()));
    }

    private static void posted(Course course, KeptTheme.Figures figures) {
        String name = course.topic().name();
        course.tell("theme.posted", name, course.fact("posts in 7 days", figures.lastWeek(), Unit.POSTS, "7 d"),
                course.known().number(name, "posts in the 7 days before", figures.weekBefore(), Unit.POSTS,
                        course.asOf().minus(WEEK), "7 d", course.page()));
        course.tell(figures.creators() == 1 ? "theme.creators.one" : "theme.creators", name,
                course.fact("creators in 90 days", figures.creators(), Unit.CREATORS, "90 d"));
    }

    /// The hashtag of the theme that moves most, as its own narrative begins.
    private void moved(Course course, Themes.Members members, TrendTable hashtags, Instant end) {
        Set<String> own = Set.copyOf(members.hashtags());
        hashtags.lines().stream().map(line -> line.ranked().row().entity())
                .filter(entity -> own.contains(entity.value())).findFirst()
                .flatMap(entity -> movements.row(entity, end)).ifPresent(row -> {
                    EntityId entity = row.entity();
                    course.lines().addAll(Movements.gained(Topic.of(entity, entity.value()), row, course.known()));
                });
    }

    private void brought(Course course, Themes.Members members, Instant end) {
        String name = course.topic().name();
        List<Fact> most = carriers.creators(members.videos(), end, CREATORS).stream()
                .map(one -> course.known().number("@" + one.id(), "views gained by carrying videos in 24 h",
                        one.views(), Unit.VIEWS, end, name, Movements.page(EntityKind.CREATOR, one.id())))
                .toList();
        if (most.size() == CREATORS) {
            course.tell("brought.two", creator(most.getFirst()), most.getFirst(), creator(most.getLast()),
                    most.getLast(), name);
        } else if (!most.isEmpty()) {
            course.tell("brought.one", creator(most.getFirst()), most.getFirst(), name);
        }
    }

    private static String creator(Fact one) {
        return Objects.requireNonNull(one.entity());
    }

    private static void leaning(Course course, @Nullable ThemeTones tones) {
        if (tones == null || tones.known() < LEAST_KNOWN) {
            return;
        }
        tones.praising().ifPresent(share -> course.tell("theme.praise", course.topic().name(),
                course.fact("share of captions that praise", share.share(), Unit.SHARE,
                        "captions whose lean is known"),
                course.fact("captions whose lean is known", tones.known(), Unit.POSTS, "90 d")));
    }
}
