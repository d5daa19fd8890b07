package com.nimbusds.jose.util;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.text.ParseException;
import java.util.Map;

/** JSON objects as maps, by Gson, as in the library. */
public final class JSONObjectUtils {
    private static final Gson GSON = new Gson();

    private JSONObjectUtils() {}

    /** @return null for the text {@code null} */
    public static Map<String, Object> parse(String text) throws ParseException {
        if (text.isBlank()) throw new ParseException("nothing", 0);
        try {
            return GSON.fromJson(text, new TypeToken<Map<String, Object>>() {}.getType());
        } catch (JsonParseException error) {
            throw new ParseException("not a JSON object: " + error.getMessage(), 0);
        }
    }

    /** @return null where there is no such member */
    public static String getString(Map<String, Object> object, String name) throws ParseException {
        Object value = object.get(name);
        if (value == null || value instanceof String) return (String) value;
        throw new ParseException(name + " is not a string", 0);
    }

    public static String toJSONString(Map<String, ?> object) {
        return GSON.toJson(object);
    }
}
