package dev.upswell.server.comply;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Takes private accounts, contacts and exact places out of the raw answer of a provider before it is written anywhere.
public final class RawAnswers {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
    private static final Set<String> CONTACTS = Set.of("email", "emailaddress", "bioemail", "businessemail",
            "buyeremail", "contactemail", "phone", "phonenumber", "mobile", "mobilenumber", "mobilephone", "telephone",
            "tel", "whatsapp", "whatsappnumber", "contactphone", "contactnumber", "businessphone", "buyerphone");
    private static final Set<String> PLACES = Set.of("lat", "lng", "latitude", "longitude", "latlng", "geo",
            "geolocation", "coordinates", "gps", "address", "fulladdress", "addressdetail", "addressline1",
            "addressline2", "addressline3", "addressline4", "street", "streetaddress", "postalcode", "postcode",
            "zipcode", "ip", "ipaddress", "clientip", "recipientaddress", "shippingaddress", "deliveryaddress",
            "buyeraddress", "billingaddress");
    /// What people write in; elsewhere a text of digits alone is an id or a cursor.
    private static final Set<String> WRITTEN = Set.of("desc", "text", "caption", "title", "signature", "bio",
            "biodescription", "description", "videodescription", "nickname", "name", "comment", "content",
            "voicetotext",
            "displayname", "itemname");
    private static final Pattern PRIVATE = Pattern.compile(
            "\"(?:privateAccount|private_account|is_private|isPrivate|secret|privateItem)\"\\s*:\\s*(?:true|1|\"true\"|\"1\")");
    private static final String NOT_KEPT = "(not kept: it is no whole answer and may hold a private account)";

    private final Findings findings;

    private RawAnswers(Findings findings) {
        this.findings = findings;
    }

    /// An answer as it may be kept.
    ///
    /// @param body the very text that came when nothing was found
    public record Clean(String body, Findings findings) {
    }

    /// The answer without what must not be kept.
    ///
    /// **edge cases** an item of a private account in a list is left out, elsewhere it is emptied; text that is no JSON is
    /// cleaned as text, and not kept at all when it may hold a private account · **cost** reads the answer once, some 10 ms
    /// for a million characters.
    public static Clean clean(String body) {
        Findings findings = new Findings();
        try {
            JsonNode answer = JSON.readTree(body);
            JsonNode kept = new RawAnswers(findings).cleaned(answer);
            boolean changed = findings.anyCleaned() || findings.privates() > 0;
            return new Clean(changed ? kept.toString() : body, findings);
        } catch (JacksonException e) {
            return cleanedText(body, findings);
        }
    }

    private static Clean cleanedText(String body, Findings findings) {
        if (PRIVATE.matcher(body).find()) {
            findings.refusedPrivate();
            return new Clean(NOT_KEPT, findings);
        }
        return new Clean(ContactText.cleaned(body, findings), findings);
    }

    private JsonNode cleaned(JsonNode node) {
        if (PrivateMark.on(node)) {
            findings.refusedPrivate();
            return JsonNodeFactory.instance.objectNode();
        }
        clean("", node);
        return node.isString() ? JsonNodeFactory.instance.stringNode(text("", node.stringValue())) : node;
    }

    private void clean(String key, JsonNode node) {
        if (node instanceof ObjectNode object) {
            cleanObject(object);
        } else if (node instanceof ArrayNode array) {
            cleanArray(key, array);
        }
    }

    private void cleanArray(String key, ArrayNode array) {
        for (int i = array.size() - 1; i >= 0; i--) {
            JsonNode element = array.get(i);
            if (PrivateMark.on(element)) {
                findings.refusedPrivate();
                array.remove(i);
            } else if (element.isString()) {
                String was = element.stringValue();
                String is = text(key, was);
                if (!is.equals(was)) {
                    array.set(i, is);
                }
            } else {
                clean(key, element);
            }
        }
    }

    private void cleanObject(ObjectNode object) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator(); fields.hasNext();) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode value = field.getValue();
            String key = bare(field.getKey());
            if (says(value) && CONTACTS.contains(key)) {
                if (key.contains("mail")) {
                    findings.email();
                } else {
                    findings.phone();
                }
                fields.remove();
            } else if (says(value) && PLACES.contains(key)) {
                findings.place();
                fields.remove();
            } else if (PrivateMark.on(value)) {
                findings.refusedPrivate();
                fields.remove();
            } else if (value.isString()) {
                String is = text(key, value.stringValue());
                if (!is.equals(value.stringValue())) {
                    field.setValue(JsonNodeFactory.instance.stringNode(is));
                }
            } else {
                clean(key, value);
            }
        }
    }

    /// Whether there is something in it that could be told of somebody; that an address was confirmed is not.
    private static boolean says(@Nullable JsonNode value) {
        return value != null && !value.isNull() && !value.isBoolean() && !(value.isContainer() && value.isEmpty())
                && !(value.isString() && value.stringValue().isEmpty());
    }

    private static String bare(String key) {
        return key.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private String text(String key, String text) {
        if (!WRITTEN.contains(key) && text.chars().allMatch(Character::isDigit)) {
            return text;
        }
        return ContactText.cleaned(text, findings);
    }
}
