package dev.upswell.people;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes what the product may be told of a world of people, in formats that it imports.
///
/// The caller owns the output: it opens, compresses, flushes and closes. Each writer works alone; equal worlds give equal bytes.
///
/// **errors** `IOException` only from the caller's output · **cost** the judged size: videos and counters a second each, actions a
/// minute or less
public final class PeopleFiles {

    private static final String OBSERVATIONS = "kind,id,source,observed_at,views,likes,comments,shares,saves,followers";
    private static final String SOURCE = "sim-people";

    private final PeopleWorld world;

    /// The files of this world.
    public PeopleFiles(PeopleWorld world) {
        this.world = world;
    }

    /// Writes the format `upswell-videos`: one JSON object a line in order of posting.
    ///
    /// @return lines written
    public long writeVideos(Appendable out) throws IOException {
        for (WorldVideo video : world.videos()) {
            WorldVideo.Shown shown = video.shown();
            String tags = shown.hashtags().stream().map(PeopleFiles::quoted).collect(Collectors.joining(","));
            out.append("{\"id\":\"").append(shown.id()).append("\",\"createdAt\":\"").append(time(shown.createdAt()))
                    .append("\",\"creator\":\"").append(shown.creator()).append("\",\"sound\":\"")
                    .append(shown.sound()).append("\",\"hashtags\":[").append(tags).append("],\"durationSeconds\":")
                    .append(Integer.toString(shown.seconds())).append(",\"caption\":").append(quoted(shown.caption()))
                    .append("}\n");
        }
        return world.videos().size();
    }

    /// Writes the format `upswell-observations`: a header, then the followers of each poster at the beginning, then the counters of
    /// each video as it grows old, until the world ends.
    ///
    /// @return rows written, the header not
    public long writeObservations(Appendable out) throws IOException {
        out.append(OBSERVATIONS).append('\n');
        long rows = 0;
        String begins = world.settings().start().toString();
        for (Poster poster : world.posters()) {
            out.append("creator,").append(poster.handle()).append(',' + SOURCE + ',').append(begins)
                    .append(",,,,,,").append(Long.toString(poster.followers())).append('\n');
            rows++;
        }
        long end = world.settings().end().getEpochSecond();
        for (WorldVideo video : world.videos()) {
            for (long age : WorldVideo.readAt()) {
                long at = video.shown().createdAt() + age;
                if (at < end && video.isAlive(at)) {
                    WorldVideo.Counted read = video.made().spread().at(age);
                    out.append("video,").append(video.shown().id()).append(',' + SOURCE + ',').append(time(at))
                            .append(counts(read)).append(",\n");
                    rows++;
                }
            }
        }
        return rows;
    }

    /// Writes the format `upswell-people`: one JSON object a line, `account`, `video`, `action` (`watched`, `liked`, `reposted`), `at`,
    /// and for what was watched `seconds`; one person after the other, each in order of time.
    ///
    /// @return lines written
    public long writeActions(Appendable out) throws IOException {
        long rows = 0;
        for (Person person : world.people()) {
            rows += writeActions(person.handle(), world.life(person.number()).actions(), out);
        }
        return rows;
    }

    private long writeActions(String account, List<Life.Action> actions, Appendable out) throws IOException {
        for (Life.Action action : actions) {
            out.append("{\"account\":\"").append(account).append("\",\"video\":\"")
                    .append(world.videos().get(action.video()).shown().id()).append("\",\"action\":\"")
                    .append(action.kind().name().toLowerCase(Locale.ROOT)).append("\",\"at\":\"")
                    .append(time(action.at())).append('"');
            if (action.kind() == Life.Kind.WATCHED) {
                out.append(",\"seconds\":").append(Integer.toString(action.seconds()));
            }
            out.append("}\n");
        }
        return actions.size();
    }

    private static String counts(WorldVideo.Counted read) {
        return "," + read.views() + ',' + read.likes() + ',' + read.comments() + ',' + read.shares() + ','
                + read.saves();
    }

    static String time(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }

    /// A JSON string (RFC 8259); the texts of this world hold no control characters.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
