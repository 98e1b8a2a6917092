import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent } from 'react';
import WaveSurfer from 'wavesurfer.js';
import { useFormats } from '../i18n/format.ts';
import { useMessages } from '../i18n/language.tsx';
import type { AudioPlayerProps } from './AudioPlayer.tsx';
import { Button, IconButton } from './Button.tsx';
import { Notice } from './Notice.tsx';
import { words } from './words.ts';

const speeds = [1, 1.25, 1.5, 2] as const;
const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#0F5C5C';
/** The canvas needs a resolved colour: light-dark() is resolved by the probe element. */
const resolved = (probe: HTMLElement, name: string) => {
  probe.style.color = `var(${name})`;
  const value = getComputedStyle(probe).color;
  probe.style.color = '';
  return value || colour(name);
};
const flat = Array.from({ length: 200 }, () => 0.12);

export default function AudioWave({ src, label, durationSeconds, peaks, markers = [], onTime, onPlayed, ref }: AudioPlayerProps) {
  const t = useMessages(words);
  const format = useFormats();
  const place = useRef<HTMLDivElement>(null);
  const audio = useRef<HTMLAudioElement>(null);
  const listener = useRef({ onTime, onPlayed });
  listener.current = { onTime, onPlayed };
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [speed, setSpeed] = useState(0);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!place.current || !audio.current) return;
    const wave = WaveSurfer.create({
      container: place.current,
      media: audio.current,
      peaks: [peaks && peaks.length > 0 ? [...peaks] : flat],
      duration: durationSeconds,
      height: 72,
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      cursorWidth: 2,
      normalize: true,
      waveColor: resolved(place.current, '--color-edge'),
      progressColor: resolved(place.current, '--color-primary'),
      cspNonce: document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '',
      cursorColor: resolved(place.current, '--color-needle'),
    });
    return () => wave.destroy();
  }, [src, durationSeconds, peaks]);

  const seek = (seconds: number) => {
    if (audio.current) audio.current.currentTime = Math.min(durationSeconds, Math.max(0, seconds));
  };
  const toggle = () => {
    const sound = audio.current;
    if (!sound) return;
    if (sound.paused) void sound.play().catch(() => setFailed(true));
    else sound.pause();
  };
  useImperativeHandle(ref, () => ({ seek, toggle, currentSeconds: () => audio.current?.currentTime ?? 0 }));
  const keys = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const move = { j: -5, l: 5, arrowleft: -5, arrowright: 5 }[key];
    if (key === 'k' || (key === ' ' && (event.target as HTMLElement).getAttribute('role') === 'slider')) toggle();
    else if (move !== undefined) seek(at + move);
    else if (key === 'home') seek(0);
    else if (key === 'end') seek(durationSeconds);
    else return;
    event.preventDefault();
  };

  return (
    <section aria-label={label} onKeyDown={keys} className="flex flex-col gap-3 rounded-md border border-line bg-surface p-4">
      <audio
        ref={audio}
        src={src}
        preload="none"
        onPlay={() => {
          setPlaying(true);
          listener.current.onPlayed?.();
        }}
        onPause={() => setPlaying(false)}
        onError={() => setFailed(true)}
        onTimeUpdate={(event) => {
          setAt(event.currentTarget.currentTime);
          listener.current.onTime?.(event.currentTarget.currentTime);
        }}
      />
      {failed && <Notice tone="caution">{t('audioMissing')}</Notice>}
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('position')}
        aria-valuemin={0}
        aria-valuemax={Math.round(durationSeconds)}
        aria-valuenow={Math.round(at)}
        aria-valuetext={format.duration(at)}
        className="relative rounded-md"
      >
        <div ref={place} />
        {markers.map((marker) => (
          <span
            key={marker.id}
            aria-hidden
            className="pointer-events-none absolute top-0 h-full w-0.5 bg-needle"
            style={{ left: `${(100 * marker.atSeconds) / Math.max(1, durationSeconds)}%` }}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" onPress={toggle}>
          {playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
          {t(playing ? 'pause' : 'play')}
        </Button>
        <IconButton label={t('back5')} onPress={() => seek(at - 5)}>
          <RotateCcw size={16} aria-hidden />
        </IconButton>
        <IconButton label={t('forward5')} onPress={() => seek(at + 5)}>
          <RotateCw size={16} aria-hidden />
        </IconButton>
        <Button
          variant="quiet"
          size="sm"
          onPress={() => {
            const next = (speed + 1) % speeds.length;
            setSpeed(next);
            if (audio.current) audio.current.playbackRate = speeds[next]!;
          }}
        >
          {t('speed', { speed: format.count(speeds[speed]!) })}
        </Button>
        <span className="ml-auto text-sm text-ink-soft tabular-nums">
          {format.duration(at)} / {format.duration(durationSeconds)}
        </span>
      </div>
      {markers.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {markers.map((marker) => (
            <li key={marker.id}>
              <Button size="sm" onPress={() => seek(marker.atSeconds)}>
                <span className="text-needle tabular-nums">{format.duration(marker.atSeconds)}</span> {marker.label}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
