package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.ExplanationText;
import dev.upswell.server.web.Link;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Gathers why something moves: what its counters did in the last day, who and what carried it, what is foretold and what moved that.
final class Movements {

    private static final String DAY = "24 h";
    private static final int CREATORS = 2;
    private static final double STEADY = 0.02;

    private final TenantId tenant;
    private final EntityQuery entities;
    private final CarrierRepository carriers;
    private final ExplanationText words;

    Movements(TenantId tenant, EntityQuery entities, CarrierRepository carriers, ExplanationText words) {
        this.tenant = tenant;
        this.entities = entities;
        this.carriers = carriers;
        this.words = words;
    }

    /// What one movement is told from.
    ///
    /// @param rows where its metrics can be looked up
    private record Course(Topic topic, EntityId entity, MetricRow row, Known known, List<Told.Line> lines,
            String rows) {

        boolean has(Metric metric) {
            return row.values().has(metric);
        }

        Fact fact(Metric metric, Unit unit) {
            return known.number(topic.name(), metric.label(), row.value(metric).orElseThrow(), unit, row.end(), DAY,
                    rows);
        }

        void tell(String key, Object... arguments) {
            lines.add(Told.Line.of(key, arguments));
        }
    }

    /// The row of the last day that ends at or before an instant; empty where none was computed.
    Optional<MetricRow> row(EntityId entity, Instant at) {
        return entities.latestRows(tenant, entity, at).stream().filter(row -> row.window() == Window.DAY).findFirst();
    }

    /// Why it moves, as of the end of this row, the most telling first; empty where the row tells no gain.
    ///
    /// The evidence has more facts than are told where there is more than five sentences' worth.
    Optional<Told> of(Topic topic, EntityId entity, MetricRow row) {
        var course = new Course(topic, entity, row, new Known(), new ArrayList<>(), rows(entity, row.end()));
        gained(course);
        if (course.lines().isEmpty()) {
            return Optional.empty();
        }
        carried(course);
        foretold(course);
        spread(course);
        pace(course);
        List<Told.Line> first = course.lines().stream()
                .limit(NarrativeKind.NARRATIVE.purpose().schema().mostSentences()).toList();
        return Optional.of(Told.of(topic, row.end(), course.known(), first));
    }

    static String rows(EntityId entity, Instant end) {
        return Link.to("/metrics", entity.kind().label(), entity.value()).with("window", Window.DAY.label(), null)
                .with("at", end, null).toString();
    }

    static String page(EntityKind kind, String id) {
        return Link.to("/entities", kind.label(), id).toString();
    }

    private static void gained(Course course) {
        if (!course.has(Metric.VIEWS_GAINED)) {
            return;
        }
        Fact gained = course.fact(Metric.VIEWS_GAINED, Unit.VIEWS);
        if (!course.has(Metric.VIEW_GROWTH)) {
            course.tell("gained", course.topic().name(), gained);
            return;
        }
        Fact growth = course.fact(Metric.VIEW_GROWTH, Unit.CHANGE);
        double by = course.row().value(Metric.VIEW_GROWTH).orElseThrow();
        course.tell(by > STEADY ? "gained.rising" : by < -STEADY ? "gained.falling" : "gained.steady",
                course.topic().name(), gained, growth);
    }

    /// The sentence of what something gained in the day of this row, with its facts among these; none where the row tells no gain.
    static List<Told.Line> gained(Topic topic, MetricRow row, Known known) {
        var course = new Course(topic, row.entity(), row, known, new ArrayList<>(), rows(row.entity(), row.end()));
        gained(course);
        return course.lines();
    }

    private static void pace(Course course) {
        if (course.has(Metric.ENGAGEMENT_RATE) && course.row().value(Metric.ENGAGEMENT_RATE).orElseThrow() <= 1) {
            course.tell("engagement", course.topic().name(), course.fact(Metric.ENGAGEMENT_RATE, Unit.SHARE));
        }
        if (course.has(Metric.VELOCITY) && course.has(Metric.ACCELERATION)) {
            String key = switch (course.row().backing().basis()) {
                case VIDEOS -> "pace.videos";
                case POSTS -> "pace.posts";
                case VIEWS -> "pace.views";
            };
            course.tell(key, signed(course, Metric.VELOCITY), course.fact(Metric.VELOCITY, Unit.CHANGE),
                    signed(course, Metric.ACCELERATION), course.fact(Metric.ACCELERATION, Unit.CHANGE),
                    course.topic().name());
        }
    }

    private static String signed(Course course, Metric metric) {
        return course.row().value(metric).orElseThrow() < 0 ? "−" : "+";
    }

    private static void spread(Course course) {
        if (course.has(Metric.UNIQUE_CREATORS) && course.has(Metric.CREATOR_DISPERSION)) {
            course.tell(course.row().value(Metric.UNIQUE_CREATORS).orElseThrow() == 1 ? "spread.one" : "spread",
                    course.topic().name(), course.fact(Metric.UNIQUE_CREATORS, Unit.CREATORS),
                    course.fact(Metric.CREATOR_DISPERSION, Unit.SHARE));
        }
    }

    private void carried(Course course) {
        switch (course.entity().kind()) {
            case HASHTAG, SOUND -> brought(course);
            case VIDEO -> made(course);
            case CREATOR -> {
            }
        }
    }

    private static String creator(Fact one) {
        return Objects.requireNonNull(one.entity());
    }

    private void brought(Course course) {
        Instant end = course.row().end();
        List<Fact> creators = carriers.creators(course.entity(), end, CREATORS).stream()
                .map(one -> brought(course, "@" + one.id(), one, page(EntityKind.CREATOR, one.id()))).toList();
        if (creators.size() == CREATORS) {
            course.tell("brought.two", creator(creators.getFirst()), creators.getFirst(), creator(creators.getLast()),
                    creators.getLast(), course.topic().name());
        } else if (!creators.isEmpty()) {
            course.tell("brought.one", creator(creators.getFirst()), creators.getFirst(), course.topic().name());
        }
        if (course.entity().kind() == EntityKind.HASHTAG) {
            carriers.sounds(course.entity(), end, 1).forEach(one -> {
                String sound = name(new EntityId(EntityKind.SOUND, one.id()));
                course.tell("brought.sound", sound,
                        brought(course, sound, one, page(EntityKind.SOUND, one.id())), course.topic().name());
            });
        }
    }

    private static Fact brought(Course course, String who, CarrierRepository.Share share, String page) {
        return course.known().number(who, "views gained by carrying videos in 24 h", share.views(), Unit.VIEWS,
                course.row().end(), course.topic().name(), page);
    }

    private void made(Course course) {
        carriers.maker(course.entity().value()).ifPresent(maker -> {
            Instant end = course.row().end();
            if (maker.creator() != null) {
                course.tell("made.creator", course.topic().name(), "@" + maker.creator(),
                        course.known().named(course.topic().name(), "creator", "@" + maker.creator(), end,
                                page(EntityKind.CREATOR, maker.creator())));
            }
            if (maker.sound() != null) {
                String sound = name(new EntityId(EntityKind.SOUND, maker.sound()));
                course.tell("made.sound", course.topic().name(), sound, course.known().named(course.topic().name(),
                        "sound", sound, end, page(EntityKind.SOUND, maker.sound())));
            }
        });
    }

    private String name(EntityId sound) {
        return Topic.of(sound, entities.name(tenant, sound).orElse(sound.value())).name();
    }

    private void foretold(Course course) {
        Expected expected = entities.expected(tenant, course.entity(), course.row().end(), course.row().end())
                .map(Expected.Explained::expected).orElse(null);
        if (expected == null) {
            return;
        }
        String page = page(course.entity().kind(), course.entity().value());
        String hours = expected.horizonHours() + " h";
        Fact chance = course.known().number(course.topic().name(), "surge_probability", expected.probability(),
                Unit.SHARE, expected.asOf(), hours, page);
        Optional<Expected.Reason> most = expected.reasons().stream().filter(reason -> reason.effect() > 0).findFirst();
        if (most.isEmpty()) {
            course.tell("chance", course.topic().name(), chance, String.valueOf(expected.horizonHours()));
            return;
        }
        String feature = words.label(most.get().feature());
        Fact effect = course.known().number(course.topic().name(), "effect of " + feature, most.get().effect(),
                Unit.EFFECT, expected.asOf(), null, page + "#why");
        course.tell("chance.why", course.topic().name(), chance, String.valueOf(expected.horizonHours()), feature,
                effect);
    }
}
