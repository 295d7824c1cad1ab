"use client";

import { useEffect, useState } from "react";
import { takeCarried } from "./announcement";

/** Tells what the page before left to be told, such as that an entry was saved. */
export function CarriedMessage() {
  const [message, setMessage] = useState("");
  useEffect(() => {
    const carried = takeCarried();
    if (carried) setMessage(carried);
  }, []);
  return (
    <p role="status" style={{ margin: 0 }}>
      {message}
    </p>
  );
}
