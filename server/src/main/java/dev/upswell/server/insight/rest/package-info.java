/// What models rest on, over REST.
@NullMarked
package dev.upswell.server.insight.rest;

import org.jspecify.annotations.NullMarked;
