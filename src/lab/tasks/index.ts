import type { Task } from "./task";
import { wordProblems } from "./word-problems";

export const TASKS: readonly Task[] = [wordProblems];
