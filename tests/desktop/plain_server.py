"""A notification server that can do almost nothing, and may want quiet. Prints what it was asked to show."""

from __future__ import annotations

import json
import sys

from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection


def main(inhibited: bool) -> None:
    connection = open_dbus_connection("SESSION")
    connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications", 0))
    print("ready", flush=True)
    while True:
        asked = connection.receive()
        if asked.header.message_type is not MessageType.method_call:
            continue
        member = asked.header.fields[HeaderFields.member]
        if member == "GetCapabilities":
            answer = new_method_return(asked, "as", (["body"],))
        elif member == "Notify":
            print(json.dumps({"text": asked.body[4], "actions": asked.body[5]}), flush=True)
            answer = new_method_return(asked, "u", (7,))
        elif member == "Get" and asked.body[1] == "Inhibited":
            answer = new_method_return(asked, "v", (("b", inhibited),))
        else:
            answer = new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod")
        connection.send(answer)


main("inhibited" in sys.argv)
