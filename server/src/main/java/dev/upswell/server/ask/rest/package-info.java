/// Questions over REST.
@NullMarked
package dev.upswell.server.ask.rest;

import org.jspecify.annotations.NullMarked;
