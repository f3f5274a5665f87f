package dev.upswell.server.notify.webhook;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Facts;
import dev.upswell.server.event.Role;
import dev.upswell.server.notify.Parcel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a webhook is sent, as JSON.
final class HookBody {

    private HookBody() {
    }

    static byte[] of(Parcel parcel) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("delivery", parcel.id().toString());
        body.put("tenant", parcel.tenant().toString());
        body.put("channel", parcel.channel());
        body.put("test", parcel.test());
        body.put("madeAt", parcel.madeAt().toString());
        body.put("notices", parcel.notices().stream().map(HookBody::notice).toList());
        return Facts.write(body).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> notice(Event event) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("id", event.id().toString());
        notice.put("type", event.type());
        notice.put("meaning", event.known().map(EventType::meaning).orElse(event.type()));
        Role role = event.role();
        if (role != null) {
            notice.put("agent", role.label());
        }
        notice.put("at", event.at().toString());
        notice.put("facts", event.facts());
        return notice;
    }
}
