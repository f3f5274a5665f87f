package dev.upswell.server.vault;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.vault.Vault.Kept;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The keys of providers in the vault of one tenant, beside what settings give.
public final class KeptKeys implements ProviderKeys {

    private static final String PREFIX = "key/";
    private static final int PRINT = 12;

    private final TenantId tenant;
    private final Database database;
    private final Vault vault;
    private final KeyEvents events;
    private final SortedMap<String, String> given;

    /// @param given what settings say, by the names of all keys that there can be; empty where they say nothing
    public KeptKeys(TenantId tenant, Database database, Vault vault, Map<String, String> given) {
        this.tenant = tenant;
        this.database = database;
        this.vault = vault;
        this.events = new KeyEvents();
        this.given = new TreeMap<>(given);
    }

    @Override
    public List<Standing> list() {
        Map<String, Kept> kept = kept();
        return given.keySet().stream().map(name -> standing(name, kept.get(PREFIX + name))).toList();
    }

    /// The keys of the vault that can be opened, by name; those that settings give are not among them.
    ///
    /// **errors** [VaultRefused] where one that is needed cannot be opened.
    public Map<String, String> opened() {
        Map<String, String> values = new TreeMap<>();
        kept().forEach((name, one) -> {
            String setting = name.substring(PREFIX.length());
            if (given.getOrDefault(setting, "").isBlank()) {
                byte[] clear = one.clear().orElseThrow(() -> VaultRefused.locked(
                        "the key " + setting + " cannot be opened: it was sealed with another master key, or changed",
                        "Restore the master key where it was (vault/master.key of the data folder, vault.master-key, HashiCorp Vault); or set the key again."));
                values.put(setting, new String(clear, StandardCharsets.UTF_8));
            }
        });
        return values;
    }

    @Override
    public Standing set(String name, String value) {
        requireKnown(name);
        String key = value.strip();
        if (key.isEmpty() || key.length() > LONGEST || key.chars().anyMatch(Character::isISOControl)) {
            throw VaultRefused.unusable("what was given cannot be the key " + name
                    + ": it must be 1 to " + LONGEST + " characters on one line",
                    "Copy it again from the provider's page.");
        }
        database.transactions().run(tenant, db -> {
            vault.put(db, PREFIX + name, key.getBytes(StandardCharsets.UTF_8));
            events.set(db, name, print(key));
        });
        return standing(name);
    }

    @Override
    public Standing remove(String name) {
        requireKnown(name);
        boolean removed = database.transactions().call(tenant, db -> {
            boolean was = vault.remove(db, PREFIX + name);
            if (was) {
                events.removed(db, name);
            }
            return was;
        });
        if (!removed) {
            throw VaultRefused.unknown("the vault has no key " + name,
                    "Run \"upswell keys\" to see which it has; what a setting gives is taken away there.");
        }
        return standing(name);
    }

    private Map<String, Kept> kept() {
        return vault.list(PREFIX).stream().collect(Collectors.toMap(Kept::name, Function.identity()));
    }

    private Standing standing(String name) {
        return standing(name, kept().get(PREFIX + name));
    }

    private Standing standing(String name, @Nullable Kept kept) {
        String setting = given.getOrDefault(name, "");
        Instant setAt = kept == null ? null : kept.sealedAt();
        if (!setting.isBlank()) {
            return new Standing(name, Origin.SETTING, print(setting), setAt);
        }
        if (kept == null) {
            return new Standing(name, Origin.NONE, null, null);
        }
        Optional<byte[]> clear = kept.clear();
        return clear.isEmpty()
                ? new Standing(name, Origin.CLOSED, null, setAt)
                : new Standing(name, Origin.VAULT,
                        print(new String(clear.get(), StandardCharsets.UTF_8)), setAt);
    }

    private void requireKnown(String name) {
        if (!given.containsKey(name)) {
            throw VaultRefused.unknown("there is no key " + name, "Choose one of " + String.join(", ", given.keySet())
                    + ".");
        }
    }

    private static String print(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, PRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 (missing) must be in every Java\nMaybe the runtime is cut down.",
                    e);
        }
    }
}
