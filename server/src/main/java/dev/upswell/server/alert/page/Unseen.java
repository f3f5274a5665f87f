package dev.upswell.server.alert.page;

import dev.upswell.server.alert.Alerts;
import dev.upswell.server.access.Permissions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/// Gives every page that may lead to the alerts the number of those that nobody has seen.
///
/// **cost** one look into an index for each page, and none where nothing is shown
final class Unseen implements HandlerInterceptor {

    private static final String REDIRECT = "redirect:";

    private final ObjectProvider<Alerts> alerts;

    Unseen(ObjectProvider<Alerts> alerts) {
        this.alerts = alerts;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView shown) {
        // Pages that say what went wrong are made where no tenant is worked for any more.
        if (request.getDispatcherType() == DispatcherType.ERROR || shown == null || shown.getViewName() == null
                || shown.getViewName().startsWith(REDIRECT)
                || !(request.getAttribute(Permissions.ATTRIBUTE) instanceof Permissions permissions)
                || !permissions.see("/alerts")) {
            return;
        }
        int unread = alerts.getObject().unread();
        if (unread > 0) {
            shown.addObject("unseen", unread < Alerts.MOST_COUNTED ? String.valueOf(unread) : unread - 1 + "+");
        }
    }
}
