package dev.upswell.server.exchange.page;

import dev.upswell.server.exchange.Exchange;
import dev.upswell.server.exchange.ExchangeRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells the pages of models where a model can be pushed to, so that they offer what can be done and nothing else.
@ControllerAdvice(basePackages = "dev.upswell.server.forecast.page")
class PushTargetAdvice {

    private final ObjectProvider<Exchange> exchange;

    /// @param exchange that of the request's tenant
    PushTargetAdvice(ObjectProvider<Exchange> exchange) {
        this.exchange = exchange;
    }

    /// The server of the settings; empty where they name none that can be used.
    @ModelAttribute("pushTarget")
    String pushTarget() {
        return address(exchange.getObject());
    }

    static String address(Exchange exchange) {
        try {
            return exchange.targets().at("").address().toString();
        } catch (ExchangeRefused none) {
            return "";
        }
    }
}
