package dev.upswell.server.recommend.index;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import dev.upswell.server.recommend.LibraryRepository;
import dev.upswell.server.recommend.LibraryVideo;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings a tenant's index to what the lake holds: every video with its words and its vector.
///
/// What is in the index as it should be stays, so a later run takes as long as reading the lake. Where the vectors are of another version
/// of texts, all are made anew.
public final class IndexFilling {

    private static final int BATCH = 2_000;
    private static final int BUFFER_MEGABYTES = 256;

    private final Database database;
    private final Embedder embedder;
    private final String textVersion;
    private final @Nullable Duration lifetime;

    /// @param textVersion names what the embedder makes; vectors of another are not kept
    /// @param lifetime of a video after it was posted; null: videos do not expire
    public IndexFilling(Database database, Embedder embedder, String textVersion, @Nullable Duration lifetime) {
        VectorNotice.silence();
        this.database = database;
        this.embedder = embedder;
        this.textVersion = textVersion;
        this.lifetime = lifetime;
    }

    /// Names all that an index follows from beside what is stored.
    String version() {
        return lifetime == null ? textVersion : textVersion + " " + lifetime;
    }

    /// What a run did.
    ///
    /// @param videos in the index now
    /// @param written of them, because they were new or said something else
    /// @param removed because the lake has them no longer
    public record Filled(int videos, int written, int removed) {
    }

    /// Fills the index in this folder.
    ///
    /// **errors** [dev.upswell.server.recommend.IndexUnavailable] when another process writes it
    public Filled fill(TenantId tenant, Path folder) {
        return fill(tenant, folder, false);
    }

    /// Fills the index in this folder after it was emptied.
    ///
    /// **errors** [dev.upswell.server.recommend.IndexUnavailable] when another process writes it
    public Filled anew(TenantId tenant, Path folder) {
        return fill(tenant, folder, true);
    }

    private Filled fill(TenantId tenant, Path folder, boolean anew) {
        String files = LakeRefresh.files(database, tenant, version());
        try (IndexWriting writing = IndexWriting.open(folder, textVersion, BUFFER_MEGABYTES);
                LakeSession lake = database.lake().open(tenant)) {
            if (anew) {
                writing.empty();
            }
            KnownVideos known = writing.known();
            Set<String> present = new HashSet<>();
            int[] written = new int[1];
            List<LibraryVideo> batch = new ArrayList<>(BATCH);
            new LibraryRepository().read(lake, video -> {
                batch.add(video);
                if (batch.size() == BATCH) {
                    written[0] += bring(writing, batch, known, present);
                }
            });
            written[0] += bring(writing, batch, known, present);
            Set<String> gone = known.without(present);
            writing.remove(gone);
            if (anew || writing.begunAnew()) {
                writing.settle();
            }
            writing.filledFrom(files);
            writing.commit();
            return new Filled(present.size(), written[0], gone.size());
        }
    }

    private int bring(IndexWriting writing, List<LibraryVideo> batch, KnownVideos known, Set<String> present) {
        List<TextTokens> texts = new ArrayList<>();
        List<IndexedVideo> videos = new ArrayList<>();
        for (LibraryVideo video : batch) {
            TextTokens text = TextTokens.of(video.text());
            texts.add(text);
            present.add(video.id());
            videos.add(indexed(video, text, null));
        }
        int[] written = new int[1];
        writing.bring(videos, known, changed -> {
            written[0] = changed.size();
            return withVectors(changed, videos, batch, texts);
        });
        batch.clear();
        return written[0];
    }

    private List<IndexedVideo> withVectors(List<IndexedVideo> changed, List<IndexedVideo> videos,
            List<LibraryVideo> batch,
            List<TextTokens> texts) {
        Set<IndexedVideo> wanted = Set.copyOf(changed);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < videos.size(); i++) {
            if (wanted.contains(videos.get(i))) {
                places.add(i);
            }
        }
        List<Vector> vectors = embedder.vectors(places.stream().map(texts::get).toList());
        List<IndexedVideo> whole = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            whole.add(indexed(batch.get(place), texts.get(place), vectors.get(i)));
        }
        return whole;
    }

    private IndexedVideo indexed(LibraryVideo video, TextTokens text, @Nullable Vector vector) {
        Instant posted = video.postedAt() == null ? Instant.EPOCH : video.postedAt();
        Instant expires = lifetime == null || video.postedAt() == null ? null : posted.plus(lifetime);
        List<String> terms = text.tokens().stream().filter(token -> token.kind() != Token.Kind.LINK).map(Token::text)
                .toList();
        return new IndexedVideo(video.id(), video.creator(), terms, posted,
                Math.max(0, video.views() == null ? 0 : video.views()),
                expires, vector == null || vector.saysNothing() ? new float[0] : vector.values());
    }
}
