package dev.upswell.server.crowd;

import dev.upswell.ranking.DrawnMeans;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people do with videos beside watching, for each of whom it is known that they watched: 2 for a like, 3 for what is saved, 4 for a share
/// or repost.
///
/// Drawn to the mean of all by five watchers of a video and twenty of an author's, so that few say little.
///
/// **absence** videos and authors of whom nobody is known to have watched anything are in neither
///
/// @param videos by id
/// @param authors by handle
public record Worths(Map<String, Float> videos, Map<String, Float> authors) {

    /// Nobody is known to have watched anything.
    public static final Worths NONE = new Worths(Map.of(), Map.of());

    private static final double DOUBT = 5;
    private static final double AUTHOR_DOUBT = 20;

    public Worths {
        videos = Map.copyOf(videos);
        authors = Map.copyOf(authors);
    }

    /// What is usually done with a video; null when unknown.
    @Nullable
    Double of(String video) {
        return known(videos.get(video));
    }

    /// What is usually done with the videos of an author; null when unknown.
    @Nullable
    Double ofAuthor(String author) {
        return known(authors.get(author));
    }

    private static @Nullable Double known(@Nullable Float worth) {
        return worth == null ? null : (Double) (double) worth;
    }

    /// Collects what each watcher did.
    static final class Collecting {

        private final DrawnMeans videos = new DrawnMeans(DOUBT);
        private final DrawnMeans authors = new DrawnMeans(AUTHOR_DOUBT);
        private final Map<String, String> creators;
        private final Map<String, Float> ofVideos = new HashMap<>();
        private final Map<String, Float> ofAuthors = new HashMap<>();

        /// @param creators of videos, by id
        Collecting(Map<String, String> creators) {
            this.creators = creators;
        }

        /// Adds what one who watched a video did beside it.
        void add(String video, double beside) {
            videos.add(video, beside, 1);
            ofVideos.put(video, 0f);
            String author = creators.get(video);
            if (author != null) {
                authors.add(author, beside, 1);
                ofAuthors.put(author, 0f);
            }
        }

        Worths worths() {
            ofVideos.replaceAll((video, none) -> (float) videos.of(video));
            ofAuthors.replaceAll((author, none) -> (float) authors.of(author));
            return new Worths(ofVideos, ofAuthors);
        }
    }
}
