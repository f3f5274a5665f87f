package dev.upswell.server.vault.hashicorp;

import dev.upswell.server.vault.KeyPlace;
import dev.upswell.server.vault.VaultRefused;
import dev.upswell.server.vault.hashicorp.HashiCorpRest.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Master keys in a secret of HashiCorp Vault (engine KV, version 2), under its field `master-keys`, one a line.
///
/// Changes are written against the version that was read, so that of two at once none is lost. Older versions of the secret would still
/// hold keys that a rotation forgot, so they are destroyed.
///
/// **cost** a request for each sealing; opening takes what was read in the last [#REMEMBERED], so Vault may be away for as long.
///
/// **source** Vault's HTTP API, secrets engine KV version 2, auth method AppRole
public final class HashiCorpKeys implements KeyPlace {

    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final String FIELD = "master-keys";
    private static final int TRIES = 10;

    private final HashiCorpAccess access;
    private final HashiCorpRest rest;
    private final InstantSource clock;
    private volatile @Nullable Seen seen;

    public HashiCorpKeys(HashiCorpAccess access, InstantSource clock) {
        this.access = access;
        this.rest = new HashiCorpRest(access, clock);
        this.clock = clock;
    }

    /// What was read.
    private record Seen(Kept kept, Instant at) {
    }

    /// What Vault holds.
    ///
    /// @param version of the secret; 0 where there is none
    private record Kept(List<String> keys, int version) {

        /// Without the keys.
        @Override
        public String toString() {
            return "Kept[" + version + "]";
        }
    }

    @Override
    public List<String> read() {
        return kept().keys();
    }

    @Override
    public List<String> remembered() {
        Seen last = seen;
        return last != null && clock.instant().isBefore(last.at().plus(REMEMBERED)) ? last.kept().keys() : read();
    }

    @Override
    public List<String> change(UnaryOperator<List<String>> change) {
        for (int i = 0; i < TRIES; i++) {
            Kept before = kept();
            List<String> after = change.apply(before.keys());
            if (after.equals(before.keys()) || written(after, before.version())) {
                return after;
            }
        }
        throw rest.refused("has its secret changed by others again and again", "Try again when they are done.");
    }

    /// Whether it was written: not where another was quicker.
    private boolean written(List<String> keys, int version) {
        seen = null;
        Answer answer = rest.post(path("data"),
                Map.of("options", Map.of("cas", version), "data", Map.of(FIELD, String.join("\n", keys))));
        if (answer.status() == 400 && answer.errors().contains("check-and-set")) {
            return false;
        }
        if (answer.status() != 200 && answer.status() != 204) {
            throw rest.unexpected(answer, "Its policy has to let Upswell create and update " + path("data") + ".");
        }
        return true;
    }

    @Override
    public void forgetFormer() {
        change(keys -> List.of(keys.getLast()));
        int present = kept().version();
        List<Integer> older = new ArrayList<>(IntStream.range(1, present).boxed().toList());
        if (older.isEmpty()) {
            return;
        }
        Answer answer;
        try {
            answer = rest.post(path("destroy"), Map.of("versions", older));
        } catch (VaultRefused refused) {
            throw notDestroyed(present);
        }
        if (answer.status() / 100 != 2) {
            throw notDestroyed(present);
        }
    }

    private VaultRefused notDestroyed(int present) {
        return rest.refused("did not destroy older versions of " + access.mount() + "/" + access.path()
                + ", where the former master keys can still be read; all secrets are sealed with the new one",
                "Let its policy update " + path("destroy") + " and rotate again, or destroy the versions before "
                        + present + " yourself.");
    }

    private Kept kept() {
        Answer answer = rest.get(path("data"));
        Kept kept = switch (answer.status()) {
            case 200 -> kept(answer);
            case 404 -> missing(answer);
            default -> throw rest.unexpected(answer,
                    "Look at vault.hashicorp.url and vault.hashicorp.path, and at Vault's log.");
        };
        seen = new Seen(kept, clock.instant());
        return kept;
    }

    private Kept kept(Answer answer) {
        JsonNode keys = answer.at("/data/data/" + FIELD);
        int version = answer.at("/data/metadata/version").asInt(0);
        List<String> lines = keys.asString("").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (version == 0 || lines.isEmpty()) {
            throw rest.refused("has a secret " + access.mount() + "/" + access.path() + " without the field " + FIELD
                    + ", or its engine is not KV version 2",
                    "Set vault.hashicorp.path to a path of a KV engine of version 2 that is Upswell's alone, such as secret/upswell.");
        }
        return new Kept(lines, version);
    }

    /// Nothing was kept there yet; a secret that was deleted, and an engine that is not there, are another matter.
    private Kept missing(Answer answer) {
        if (!answer.errors().isEmpty()) {
            throw rest.unexpected(answer, "There may be no KV engine at \"" + access.mount()
                    + "\": vault.hashicorp.path begins with its mount.");
        }
        if (!answer.at("/data/metadata").isMissingNode()) {
            throw rest.refused("had the secret " + access.mount() + "/" + access.path() + ", and somebody deleted it",
                    "Run \"vault kv undelete\" with its last version; only where all secrets are to be set again, remove it with \"vault kv metadata delete\".");
        }
        return new Kept(List.of(), 0);
    }

    private String path(String what) {
        return access.mount() + "/" + what + "/" + access.path();
    }

    /// Where the keys are, for messages.
    @Override
    public String toString() {
        return "HashiCorp Vault, " + access.mount() + "/" + access.path();
    }
}
