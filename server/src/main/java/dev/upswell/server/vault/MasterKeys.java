package dev.upswell.server.vault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the master keys come from: the settings, or else a place of the operator's, or else a file that only its owner can read. Where
/// there is none, one is made when it is first needed.
///
/// What the others hold goes on opening what it sealed, so that one can go over from each to each by a rotation.
public final class MasterKeys {

    private final KeyFile file;
    private final @Nullable KeyPlace outside;
    private final KeyPlace place;
    private final String given;
    private final List<String> former;

    /// @param dataFolder in which `vault/master.key` lies
    /// @param given Base64 of the present key; empty for that of the file
    /// @param former Base64 of keys that were given before
    public MasterKeys(Path dataFolder, String given, List<String> former) {
        this(dataFolder, null, given, former);
    }

    /// @param outside a place beside the data folder, whose present key seals while none is given; null for none
    public MasterKeys(Path dataFolder, @Nullable KeyPlace outside, String given, List<String> former) {
        this.file = new KeyFile(dataFolder);
        this.outside = outside;
        this.place = outside == null ? file : outside;
        this.given = given;
        this.former = former.stream().filter(key -> !key.isBlank()).toList();
    }

    /// Whether the key is given by a setting.
    boolean areGiven() {
        return !given.isBlank();
    }

    /// Whether nothing in the data folder is needed to seal.
    boolean areOutside() {
        return areGiven() || outside != null;
    }

    /// The keys to seal and open with, as they are now.
    ///
    /// **errors** [VaultRefused] when a key is damaged, the file can be read by others, or the place outside cannot be read.
    KeyRing ring() {
        List<String> kept = place.read();
        if (kept.isEmpty() && !areGiven()) {
            kept = place.change(old -> old.isEmpty() ? List.of(MasterKey.random().written()) : old);
        }
        return ring(kept);
    }

    /// Keys that open what was sealed with those of these ids, as far as they are at hand.
    ///
    /// **errors** [VaultRefused] as [#ring].
    KeyRing ringFor(Collection<String> ids) {
        List<String> kept = place.remembered();
        if (!kept.isEmpty()) {
            KeyRing remembered = ring(kept);
            if (ids.stream().allMatch(id -> remembered.find(id).isPresent())) {
                return remembered;
            }
        }
        return ring();
    }

    private KeyRing ring(List<String> kept) {
        List<MasterKey> old = new ArrayList<>();
        if (outside != null) {
            file.read().forEach(text -> old.add(MasterKey.of(text, file.toString())));
        }
        List<MasterKey> keys = kept.stream().map(text -> MasterKey.of(text, place.toString())).toList();
        old.addAll(areGiven() ? keys : keys.subList(0, keys.size() - 1));
        former.forEach(text -> old.add(MasterKey.of(text, "vault.former-master-keys")));
        return new KeyRing(areGiven() ? MasterKey.of(given, "vault.master-key") : keys.getLast(), old);
    }

    /// Adds a new key, which seals from now on.
    void add() {
        place.change(keys -> {
            List<String> more = new ArrayList<>(keys);
            more.add(MasterKey.random().written());
            return more;
        });
    }

    /// Leaves only the present key where keys are kept.
    void forgetFormer() {
        place.forgetFormer();
    }
}
