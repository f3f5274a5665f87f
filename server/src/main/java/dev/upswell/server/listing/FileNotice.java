package dev.upswell.server.listing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a file says of itself: whose data it holds, from where, made when, and what may be done with it.
///
/// @param tenant whose data it is
/// @param sender under which name the tenant sends documents; empty where none was said
/// @param source the page, with what filters it, whose rows the file holds
/// @param rights what may be done with it, in the words of the tenant's documents where it has such words
public record FileNotice(String tenant, String sender, String source, Instant madeAt, String rights) {

    /// As files keep it: name and value, in this order.
    Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("tenant", tenant);
        if (!sender.isEmpty()) {
            entries.put("sender", sender);
        }
        entries.put("source", source);
        entries.put("madeAt", madeAt.toString());
        entries.put("rights", rights);
        return entries;
    }
}
