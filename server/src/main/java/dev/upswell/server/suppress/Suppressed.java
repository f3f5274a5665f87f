package dev.upswell.server.suppress;

import dev.upswell.commerce.AdResult;
import dev.upswell.commerce.AudienceShare;
import dev.upswell.commerce.CommerceFact;
import dev.upswell.commerce.LibraryAd;
import dev.upswell.commerce.OrderLine;
import dev.upswell.commerce.OwnActivity;
import dev.upswell.commerce.OwnAsset;
import dev.upswell.commerce.ProductSales;
import dev.upswell.commerce.ShopOrder;
import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.EntityId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Whom and which videos nothing may be stored of, since they were erased; known by hashes under a key of the tenant alone.
///
/// **cost** about a microsecond a question; none where nobody was erased
public final class Suppressed {

    /// Where nobody was erased.
    public static final Suppressed NOBODY = new Suppressed(null, Set.of());

    private static final String WITHHELD = "(not kept: it is no whole answer and names somebody who was erased)";
    private static final String ALGORITHM = "HmacSHA256";

    private final @Nullable SecretKeySpec key;
    private final Set<String> hashes;

    private Suppressed(@Nullable SecretKeySpec key, Set<String> hashes) {
        this.key = key;
        this.hashes = Set.copyOf(hashes);
    }

    /// @param hashes in hexadecimal digits, as [#hash] makes them
    static Suppressed of(byte[] key, Set<String> hashes) {
        return new Suppressed(new SecretKeySpec(key, ALGORITHM), hashes);
    }

    /// Whether this creator or video was erased; hashtags and sounds never are.
    public boolean contains(EntityId entity) {
        return switch (entity.kind()) {
            case CREATOR, VIDEO -> contains(entity.kind().label(), entity.value());
            case HASHTAG, SOUND -> false;
        };
    }

    /// Whether a fact is about somebody who was erased or about a video of theirs; of orders and sales it is only said through whom they came.
    public boolean concerns(CommerceFact fact) {
        return switch (fact) {
            case OwnActivity did -> contains(did.about()) || did.account() != null && containsHandle(did.account());
            case AudienceShare share -> contains(share.about());
            case VideoViewing viewing -> contains(viewing.video());
            case OrderLine line -> contains(line.video(), line.creator());
            case ProductSales sales -> contains(sales.video(), sales.creator());
            case OwnAsset asset -> contains(asset.video(), null);
            case AdResult _,LibraryAd _,ShopOrder _ -> false;
        };
    }

    private boolean contains(@Nullable EntityId video, @Nullable EntityId creator) {
        return video != null && contains(video) || creator != null && contains(creator);
    }

    /// Whether a text names somebody who was erased, or a video of theirs.
    public boolean isNamed(String text) {
        return !isEmpty() && Mentions.of(text).stream().map(word -> word.startsWith("@") ? word.substring(1) : word)
                .anyMatch(word -> containsHandle(word) || containsVideo(word));
    }

    /// A document without the items that name somebody who was erased or a video of theirs; the very text where none does.
    public String without(String document) {
        if (isEmpty()) {
            return document;
        }
        Set<String> names = Mentions.of(document).stream().filter(this::isNamed).collect(Collectors.toSet());
        return names.isEmpty() ? document : JsonCut.without(document, names).orElse(WITHHELD);
    }

    /// Whether an account of this handle was erased.
    public boolean containsHandle(String handle) {
        return contains("creator", handle);
    }

    /// Whether a video of this id was erased.
    public boolean containsVideo(String id) {
        return contains("video", id);
    }

    private boolean contains(String kind, String id) {
        return key != null && !hashes.isEmpty() && hashes.contains(HexFormat.of().formatHex(hash(key, kind, id)));
    }

    /// Whether nobody was erased.
    public boolean isEmpty() {
        return hashes.isEmpty();
    }

    static byte[] hash(byte[] key, String kind, String id) {
        return hash(new SecretKeySpec(key, ALGORITHM), kind, id);
    }

    private static byte[] hash(SecretKeySpec key, String kind, String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((kind + ":" + id).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
