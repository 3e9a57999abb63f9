import { EngineError } from "../../../workers/protocol";

export function notNumbers(): EngineError {
  return new EngineError(
    "model-unsupported",
    "The model computed values that are not numbers (NaN). Its weights overflow on this device: choose another graph of it, or WebAssembly.",
  );
}

export function nothingLeft(): RangeError {
  return new RangeError("bannedTokens leaves no token to draw: ban fewer");
}
