"""A model of a few numbers and lessons of made-up tokens, so that a course takes a second."""

from __future__ import annotations

import random
from typing import Any

import torch
from transformers import Gemma3ForCausalLM, Gemma3TextConfig

from training.course import Course, Plan
from training.lessons import Lesson
from training.model import Adaptation, adapt

TOKENS = 64
SIZES = {
    "hidden_size": 16,
    "intermediate_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
    "head_dim": 8,
}


def tiny_model(rank: int = 4) -> Any:
    """A Gemma 3 of random numbers, always the same, with an adapter."""
    torch.manual_seed(7)
    plain = Gemma3ForCausalLM(
        Gemma3TextConfig(vocab_size=TOKENS, max_position_embeddings=64, initializer_range=0.3, **SIZES)
    )
    return adapt(plain, Adaptation(rank, 2.0 * rank), seed=1)


def lessons(count: int, seed: int = 3) -> list[Lesson]:
    """Lessons that are to repeat their prompt's last token; half of them are of each of two tasks."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        prompt = [2, *(chance.randrange(8, 30) for _ in range(chance.randrange(3, 9)))]
        made.append(Lesson("gist" if number % 2 else "title", (*prompt, prompt[-1], prompt[-1], 7), len(prompt)))
    return made


def tiny_course(plan: Plan, learned: int = 24, held: int = 6) -> Course:
    """A course of the tiny model."""
    return Course(tiny_model(), lessons(learned), lessons(held, seed=4), plan)
