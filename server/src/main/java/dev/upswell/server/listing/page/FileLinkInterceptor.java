package dev.upswell.server.listing.page;

import dev.upswell.server.listing.ListPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/// Puts the links to its files into the view of every page that is a list.
final class FileLinkInterceptor implements HandlerInterceptor {

    private final ObjectProvider<ListPages> pages;

    FileLinkInterceptor(ObjectProvider<ListPages> pages) {
        this.pages = pages;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView view) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (view != null && request.getMethod().equals("GET") && pages.getObject().has(pattern)) {
            view.getModel().put("files", FileLinks.of(request.getRequestURI(), request.getParameterMap()));
        }
    }
}
