package dev.upswell.server.notify.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs [dev.upswell.server.notify.Channels], [dev.upswell.server.notify.Deliveries] and the
/// web shell.
@Configuration(proxyBeanMethods = false)
@Import(ChannelsResource.class)
public class NotifyRestConfiguration {
}
