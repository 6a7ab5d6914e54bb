import { effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

const other =
  /^(?:(?:an?|any|the|arbitrary|raw|another|mcp|remote|specific|specified)\s+)*(?:tools?|graphql|http requests?|api requests?|api calls?|api endpoints?|endpoint|rpc|rest call|actions? by)\b/;

/** A call reaches any operation of another interface, or another tool by name. */
export const apiPassthrough: Signal = effect('api-passthrough', {
  action: ({ act, object, lemma }) =>
    (act === 'run' || /^(?:call|invoke|request|send|make|use)$/.test(lemma)) &&
    other.test(object.slice(0, 7).join(' ')),
  phrase: eitherOf(
    /\b(?:execut|call|invok|run)(?:es?|s|ing|e)? (?:(?:an?|any|the|another|specific|given|arbitrary|discovered|registered)\s+){0,3}(?:mcp |api |downstream |remote )?(?:tools?|endpoints?|actions?) (?:by (?:its )?(?:name|id|slug)|with (?:the )?(?:given|provided|specified)? ?(?:arguments|parameters|input)|on (?:a|the|any))\b/,
    /\b(?:raw|arbitrary|any|custom|generic|direct|authenticated) (?:http|api|rest|graphql|rpc|json-rpc) (?:requests?|calls?|quer(?:y|ies)|methods?)\b/,
    /\b(?:makes?|sends?|performs?|issues?) (?:an? )?(?:raw |arbitrary |custom )?https? (?:post|put|patch|delete)\b/,
    /任意[^。\n]{0,20}API/,
  ),
});
