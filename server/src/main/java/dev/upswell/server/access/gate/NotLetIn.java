package dev.upswell.server.access.gate;

import jakarta.servlet.http.HttpServletRequest;

/// Why a request was not let in, as the audit keeps it.
final class NotLetIn {

    private static final String ATTRIBUTE = NotLetIn.class.getName();

    private NotLetIn() {
    }

    static void note(HttpServletRequest request, String why) {
        request.setAttribute(ATTRIBUTE, why);
    }

    /// The reason; empty where it was let in.
    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String why ? why : "";
    }
}
